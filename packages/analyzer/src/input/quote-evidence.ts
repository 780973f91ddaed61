import type { Finding } from '@raftlens/invariants';
import { decodeLine, type TraceEvent } from '@raftlens/trace';
import type { EventStream } from './event-stream.ts';

/**
 * Gives the events that are evidence the text of their lines, as it stands in the file; reading
 * kept only where each stands. A line that no longer says the same is left without.
 */
export async function quoteEvidence(
  findings: readonly Finding[],
  streams: readonly EventStream[],
): Promise<readonly Finding[]> {
  const offsets = new Map<string, number[]>();
  for (const { at } of findings.flatMap(({ evidence, slice = [] }) => [...evidence, ...slice])) {
    if (at?.offset === undefined || at.text !== undefined) continue;
    const known = offsets.get(at.file);
    if (known === undefined) offsets.set(at.file, [at.offset]);
    else known.push(at.offset);
  }
  const texts = new Map<string, ReadonlyMap<number, string>>();
  for (const { file, linesAt } of streams) {
    const wanted = offsets.get(file);
    if (wanted !== undefined) texts.set(file, await linesAt(wanted));
  }
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((event) => quoted(event, texts)),
    slice: finding.slice?.map((event) => quoted(event, texts)),
  }));
}

function quoted(
  event: TraceEvent,
  texts: ReadonlyMap<string, ReadonlyMap<number, string>>,
): TraceEvent {
  const { at } = event;
  if (at?.offset === undefined || at.text !== undefined) return event;
  const text = texts.get(at.file)?.get(at.offset);
  if (text === undefined) return event;
  const outcome = decodeLine(text, at);
  const same =
    outcome.kind === 'event' &&
    outcome.event.event === event.event &&
    outcome.event.time === event.time &&
    outcome.event.seq === event.seq;
  return same ? { ...event, at: { ...at, text } } : event;
}
