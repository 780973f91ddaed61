import type { Moment } from '../render/event-filter.ts';

const dayTime = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6}))?)?$/;

/**
 * Reads a time: `15:45`, `15:45:58.250` of any day; `2021-08-04T15:45:58Z` or
 * `2021/08/04 15:45:58`, UTC where no zone is given, as the log's times are read; or milliseconds
 * since the epoch. Undefined for anything else.
 */
export function readMoment(text: string): Moment | undefined {
  const [, hours, minutes, seconds = '0', fraction = ''] = dayTime.exec(text) ?? [];
  if (hours !== undefined && minutes !== undefined) {
    const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
    if (h > 23 || m > 59 || s > 60) return undefined;
    const ms = fraction === '' ? 0 : Number(`0.${fraction}`) * 1000;
    return { kind: 'time-of-day', time: ((h * 60 + m) * 60 + s) * 1000 + ms };
  }
  if (/^\d{9,}(\.\d+)?$/.test(text)) return { kind: 'instant', time: Number(text) };
  if (!/^\d{4}[-/]\d{2}[-/]\d{2}/.test(text)) return undefined;
  const iso = text.replaceAll('/', '-').replace(' ', 'T');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : { kind: 'instant', time };
}
