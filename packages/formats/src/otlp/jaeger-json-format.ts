import type { TraceEvent } from '@raftlens/trace';
import { type CensusTaker, createCensus } from '../census.ts';
import type { Format, LineOutcome } from '../format.ts';
import { parseFields } from '../json-fields.ts';
import { stripPrefix } from '../strip-prefix.ts';
import { spansOfJaeger } from './jaeger-trace.ts';
import { spanCapabilities } from './span-capabilities.ts';
import { eventsOfSpan } from './span-events.ts';
import { createSpanOrder } from './span-order.ts';

const beginning = /^\s{0,20}\{\s{0,20}"data"\s{0,20}:/;
const traceId = /"traceID"\s{0,20}:/;
/** Of the members that every span, and every log within one, has once. */
const startOfSpan = /"startTime"\s{0,20}:\s{0,20}\d/g;
const timeOfLog = /"timestamp"\s{0,20}:\s{0,20}\d/g;

/** A larger document is no trace that Jaeger would show; characters. */
const mostText = 400_000_000;

/**
 * Our own spans back as events, from the JSON that Jaeger's page and API hand out: one document,
 * on one line or over many.
 */
export const jaegerJsonFormat: Format = {
  id: 'jaeger-json',
  title: 'Spans of raftlens as JSON from Jaeger (download, or /api/traces)',
  capabilities: spanCapabilities,
  detect(sample) {
    if (!sample.some((line) => traceId.test(line))) return 0;
    if (sample.some((line) => isOnOneLine(line))) return 0.9;
    return sample.find((line) => line.trim() !== '') === '{' ? 0.9 : 0;
  },
  open(file) {
    const census = createCensus();
    let begun: Piece | undefined;
    const close = (piece: Piece): LineOutcome => {
      begun = undefined;
      const events = eventsIn(file, piece, census);
      if (events === undefined) return { kind: 'broken', why: 'no traces of Jaeger' };
      return { kind: 'events', events };
    };
    return {
      read(text, line): LineOutcome {
        const stripped = stripPrefix(text);
        if (isOnOneLine(stripped)) return close({ first: line, lines: [text], length: 0 });
        if (stripped.trimEnd() === '{') begun = { first: line, lines: [], length: 0 };
        if (begun === undefined) return { kind: 'ignored', why: 'no traces' };
        begun.lines.push(text);
        begun.length += text.length;
        if (begun.length > mostText) begun = undefined;
        else if (stripped.trimEnd() === '}') return close(begun);
        return { kind: 'ignored', why: 'part of a document' };
      },
      end: () => [],
      census,
    };
  },
};

/** A document that has begun. */
interface Piece {
  /** The number of its first line. */
  readonly first: number;
  readonly lines: string[];
  length: number;
}

function eventsIn(
  file: string,
  { first, lines }: Piece,
  census: CensusTaker,
): readonly TraceEvent[] | undefined {
  const document = parseFields(lines.map(stripPrefix).join('\n'));
  const spans = document && spansOfJaeger(document);
  if (spans === undefined) return undefined;
  const order = createSpanOrder(census);
  const spanLines = linesWith(startOfSpan, lines);
  const logLines = linesWith(timeOfLog, lines);
  let span = 0;
  let log = 0;
  for (const each of spans) {
    const events = eventsOfSpan(each);
    const isFirst = events.length > each.events.length;
    for (const [number, event] of events.entries()) {
      const line = isFirst && number === 0 ? spanLines[span] : logLines[log];
      if (!isFirst || number > 0) log += 1;
      const index = line ?? 0;
      order.take(event, { file, line: first + index, text: lines[index] ?? '' });
    }
    span += 1;
  }
  return order.leave();
}

/** Which line each match is in, from 0. */
function linesWith(pattern: RegExp, lines: readonly string[]): readonly number[] {
  return lines.flatMap((text, index) => Array.from(text.matchAll(pattern), () => index));
}

function isOnOneLine(line: string): boolean {
  return beginning.test(line) && line.includes('"traceID"');
}
