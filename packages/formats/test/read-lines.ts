import type { TraceEvent } from '@raftlens/trace';
import type { Format, LineOutcome } from '../src/index.ts';

/** What a format made of a file: an outcome a line, and every event, the late ones too. */
export interface Reading {
  readonly outcomes: readonly LineOutcome[];
  readonly events: readonly TraceEvent[];
}

/** Reads lines as a file called `a.log`. */
export function readLines(format: Format, lines: readonly string[]): Reading {
  const reader = format.open('a.log');
  const outcomes = lines.map((line, index) =>
    reader.read(line, index + 1, index + 1 === lines.length),
  );
  const during = outcomes.flatMap((outcome) => (outcome.kind === 'events' ? outcome.events : []));
  return { outcomes, events: [...during, ...reader.end()] };
}
