import type { ReadStamp, Stamp } from './stamp.ts';

/** The time of a line, at the first date in it: loggers for Java put it where they like. */
export function datedStamp(text: string, readStamp: ReadStamp): Stamp | undefined {
  return readStamp(text, Math.max(0, text.search(/\d{4}[-/]\d\d[-/]\d\d[T ]/)));
}
