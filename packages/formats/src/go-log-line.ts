import { civilTimeMs } from './civil-time.ts';

/** A line of Go's standard logger, or what is wrong with its time stamp. */
export type GoLogLine =
  /** `time` is in milliseconds since the epoch; `text` is what follows the stamp. */
  | { readonly kind: 'line'; readonly time: number; readonly text: string }
  | { readonly kind: 'broken'; readonly why: string };

const stamp = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: |$)/;
const sourcePosition = /^\S{1,200}\.go:\d{1,9}: /;
const partOfStamp = /^\d{4}\/[\d/: .]*$/;

/**
 * Reads the stamp of Go's `log` package, `2021/08/04 15:45:58`, also with `log.Lmicroseconds`
 * and with the source position of `log.Lshortfile`, which is passed over.
 *
 * The stamp is local time and does not say of which zone; it is read as UTC. Undefined for a line
 * that does not begin with such a stamp.
 */
export function readGoLogLine(line: string): GoLogLine | undefined {
  const match = stamp.exec(line);
  if (match === null) {
    return partOfStamp.test(line) ? { kind: 'broken', why: 'time stamp cut short' } : undefined;
  }
  const [whole, year, month, day, hour, minute, second, fraction = ''] = match;
  const ms = civilTimeMs({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  });
  if (ms === undefined) return { kind: 'broken', why: 'no such date or time' };
  const text = line.slice(whole.length).replace(sourcePosition, '');
  // Whole microseconds first, as that is what Go prints and what a trace holds.
  const micros = Number(fraction.padEnd(6, '0').slice(0, 6));
  return { kind: 'line', time: ms + micros / 1000, text };
}
