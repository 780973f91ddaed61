import type { Stamp } from './stamp.ts';

const clock = /^(\d\d):(\d\d):(\d\d)(\.\d{1,6})?(?= \[)/;

/** The time alone before a level in brackets, as hclog wrote it up to 2015 and Elixir does. */
export function timeOfDay(text: string, start: number): Stamp | undefined {
  if (text.charAt(start + 2) !== ':') return undefined;
  const match = clock.exec(text.slice(start, start + 20));
  if (match === null) return undefined;
  const [whole, hour, minute, second, fraction] = match;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return { time: seconds * 1000 + Number(fraction ?? 0) * 1000, end: start + whole.length };
}
