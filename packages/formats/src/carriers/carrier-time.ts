import { civilTimeMs } from '../civil-time.ts';
import { createStampReader, type ReadStamp } from '../stamp.ts';

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const ofSyslog = /^(?:<\d{1,3}>)?([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?/;
const ofJournal = /"__REALTIME_TIMESTAMP" ?: ?"(\d{13,17})"/;
const sinceEpoch = /^(\d{9,11}\.\d{6}) /;
const iso = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;

/** Syslog writes no year: any that has a 29th of February is as good. */
const someYear = 2000;

/** The time that carriers wrote before a line, or around it, stands within so many characters. */
const furthest = 2000;

/**
 * When a carrier took the line, ms since the epoch; undefined where it does not say so. For lines
 * of programs that leave the time to it.
 */
export function createCarrierClock(): (line: string) => number | undefined {
  const readStamp: ReadStamp = createStampReader();
  return (line) => {
    const text = line.slice(0, furthest);
    const syslog = ofSyslog.exec(text);
    if (syslog !== null) return syslogTime(syslog);
    const journal = ofJournal.exec(text)?.[1];
    if (journal !== undefined) return Number(journal) / 1000;
    const seconds = sinceEpoch.exec(text)?.[1];
    if (seconds !== undefined) return Math.round(Number(seconds) * 1e6) / 1000;
    const at = iso.exec(text)?.index;
    return at === undefined ? undefined : readStamp(text, at)?.time;
  };
}

function syslogTime(match: RegExpExecArray): number | undefined {
  const [, month = '', day, hour, minute, second, fraction = ''] = match;
  const ms = civilTimeMs({
    year: someYear,
    month: Math.floor(months.indexOf(month) / 3) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  });
  return ms === undefined ? undefined : ms + Number(fraction.padEnd(6, '0')) / 1000;
}
