import { civilTimeMs } from './civil-time.ts';

/** A point in time that a line shows, and where the text goes on after it. */
export interface Stamp {
  /** Milliseconds since the epoch, fractions down to the microsecond. */
  readonly time: number;
  readonly end: number;
}

/** Reads the stamp that stands at `start` in `text`; undefined where there is none. */
export type ReadStamp = (text: string, start: number) => Stamp | undefined;

const zero = 48;
const plus = 43;
const minus = 45;
const capitalZ = 90;

/**
 * Makes a reader of stamps of the shape `2024-11-28T12:37:33.248Z`: the date with `-` or `/`, then
 * `T` or a space, a fraction after `.` or `,` or none, and a zone (`Z`, `+01:00`, `-0500`, also
 * after a space) or none, which is read as UTC.
 *
 * It remembers the last minute, as nearly every line is of the same minute as the one before.
 */
export function createStampReader(): ReadStamp {
  let minuteText = '';
  let minuteMs = 0;
  return (text, start) => {
    if (minuteText === '' || !text.startsWith(minuteText, start)) {
      const minute = text.slice(start, start + 16);
      const ms = minuteOf(minute);
      if (ms === undefined) return undefined;
      minuteText = minute;
      minuteMs = ms;
    }
    const seconds = secondsAt(text, start + 16);
    if (seconds === undefined) return undefined;
    const fraction = fractionAt(text, start + 19);
    const zone = zoneAt(text, fraction.end);
    return { time: minuteMs + seconds * 1000 + fraction.ms - zone.ms, end: zone.end };
  };
}

const minuteShape = /^(\d{4})([-/])(\d\d)\2(\d\d)[T ](\d\d):(\d\d)$/;

function minuteOf(minute: string): number | undefined {
  const match = minuteShape.exec(minute);
  if (match === null) return undefined;
  return civilTimeMs({
    year: Number(match[1]),
    month: Number(match[3]),
    day: Number(match[4]),
    hour: Number(match[5]),
    minute: Number(match[6]),
    second: 0,
  });
}

/** `:33` at `start`. */
function secondsAt(text: string, start: number): number | undefined {
  if (text.charAt(start) !== ':') return undefined;
  const tens = digitAt(text, start + 1);
  const ones = digitAt(text, start + 2);
  return tens < 0 || tens > 5 || ones < 0 ? undefined : tens * 10 + ones;
}

/** Whole microseconds first, as that is what a trace holds. */
function fractionAt(text: string, start: number): { readonly ms: number; readonly end: number } {
  const mark = text.charAt(start);
  if ((mark !== '.' && mark !== ',') || digitAt(text, start + 1) < 0) return { ms: 0, end: start };
  let micros = 0;
  let end = start + 1;
  for (let unit = 100_000; ; unit /= 10) {
    const digit = digitAt(text, end);
    if (digit < 0) break;
    if (unit >= 1) micros += digit * unit;
    end += 1;
  }
  return { ms: micros / 1000, end };
}

function zoneAt(text: string, start: number): { readonly ms: number; readonly end: number } {
  if (text.charCodeAt(start) === capitalZ) return { ms: 0, end: start + 1 };
  const at = text.charAt(start) === ' ' ? start + 1 : start;
  const sign = text.charCodeAt(at);
  if (sign !== plus && sign !== minus) return { ms: 0, end: start };
  const match = /^\d\d(:?)\d\d/.exec(text.slice(at + 1, at + 6));
  if (match === null) return { ms: 0, end: start };
  const minutes = Number(match[0].slice(0, 2)) * 60 + Number(match[0].slice(-2));
  return { ms: (sign === plus ? minutes : -minutes) * 60_000, end: at + 1 + match[0].length };
}

/** Below 0 where there is no digit. */
function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index) - zero;
  return code >= 0 && code <= 9 ? code : -1;
}
