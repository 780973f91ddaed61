import {
  createOwnFormat,
  type Format,
  type LogReader,
  type OwnDefinition,
} from '@raftlens/formats';
import type { TraceEvent } from '@raftlens/trace';
import { createUnparsedTally, type UnparsedKind } from '../input/unparsed-tally.ts';

/** What became of one line that a rule of the definition matched. */
export interface TriedLine {
  readonly line: number;
  readonly text: string;
  /** Which rule of the definition, from 0. */
  readonly rule: number;
  readonly events: readonly TraceEvent[];
  /** Why there are no events, where there are none. */
  readonly why: string | undefined;
}

/** What a definition made of a sample. */
export interface Trial {
  readonly format: Format;
  readonly lines: number;
  /** The first of the lines that matched; {@link matched} counts all. */
  readonly shown: readonly TriedLine[];
  readonly matched: number;
  readonly broken: number;
  readonly events: number;
  /** How many lines each rule matched. */
  readonly byRule: readonly number[];
  /** Lines that no rule matched, by shape, the most frequent first. */
  readonly unmatched: readonly UnparsedKind[];
  /** How many they are; blank ones do not count. */
  readonly unmatchedLines: number;
}

const linesShown = 200;

/** Reads the lines of `file` by a definition and keeps what came of each. */
export function tryFormat(definition: OwnDefinition, file: string, lines: Iterable<string>): Trial {
  let rule: number | undefined;
  const format = createOwnFormat(definition, (index) => {
    rule = index;
  });
  const reader = format.open(file);
  const byRule = definition.rules.map(() => 0);
  const shown: TriedLine[] = [];
  const tally = createUnparsedTally();
  const counts = { lines: 0, matched: 0, broken: 0, events: 0, unmatchedLines: 0 };
  for (const text of lines) {
    counts.lines += 1;
    rule = undefined;
    const { events, why, broken } = readOne(format, reader, text, counts.lines);
    counts.events += events.length;
    if (broken) counts.broken += 1;
    if (rule === undefined) {
      if (why !== undefined && why !== 'blank') counts.unmatchedLines += 1;
      if (why !== undefined) tally.take(counts.lines, text, 'no rule matches', broken);
      continue;
    }
    counts.matched += 1;
    byRule[rule] = (byRule[rule] ?? 0) + 1;
    if (shown.length < linesShown) shown.push({ line: counts.lines, text, rule, events, why });
  }
  return { format, ...counts, shown, byRule, unmatched: tally.kinds };
}

interface ReadLine {
  readonly events: readonly TraceEvent[];
  readonly why: string | undefined;
  readonly broken: boolean;
}

function readOne({ filter }: Format, reader: LogReader, text: string, line: number): ReadLine {
  if (filter !== undefined && !filter.anyOf.some((mark) => text.includes(mark))) {
    return { events: [], why: text.trim() === '' ? 'blank' : filter.why, broken: false };
  }
  const outcome = reader.read(text, line);
  if (outcome.kind === 'events') return { events: outcome.events, why: undefined, broken: false };
  return { events: [], why: outcome.why, broken: outcome.kind === 'broken' };
}
