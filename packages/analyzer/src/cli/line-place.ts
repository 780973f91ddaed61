import type { Origin } from '@raftlens/trace';

/** A line of a log, of one file or of any. */
export interface LinePlace {
  readonly file: string | undefined;
  readonly line: number;
}

/** So many lines before and after are near. */
const nearLines = 15;

/** Reads `LINE` or `FILE:LINE`; undefined for anything else. */
export function readLinePlace(text: string): LinePlace | undefined {
  const match = /^(?:(.+):)?(\d{1,12})$/.exec(text);
  if (match === null) return undefined;
  const line = Number(match[2]);
  return line === 0 ? undefined : { file: match[1], line };
}

/** Whether an event stands near a line. */
export function isNear(place: LinePlace, at: Origin | undefined): boolean {
  if (at === undefined || Math.abs(at.line - place.line) > nearLines) return false;
  return place.file === undefined || at.file === place.file || at.file.endsWith(`/${place.file}`);
}
