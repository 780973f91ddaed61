import type { TraceEvent } from '@raftlens/trace';
import { createCensus } from '../census.ts';
import type { Capability, Format, LineOutcome } from '../format.ts';
import { parseFields } from '../json-fields.ts';
import { stripPrefix } from '../strip-prefix.ts';
import { spanEvents } from './span-events.ts';

const mark = '"resourceSpans"';
const ours = '"raftlens"';
const level = 'default';
const log: readonly string[] = ['lastLogIndex', 'lastLogTerm'];
const asked: readonly string[] = ['candidateLastLogIndex', 'candidateLastLogTerm'];

const capabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['term', 'votedFor', 'commitIndex', 'voters', ...log], level },
  { event: 'node.stopped', fields: ['term', 'cause'], level },
  { event: 'node.crashed', fields: ['term', 'cause'], level },
  { event: 'timer.started', fields: ['term', 'timeoutMs', 'cause'], level },
  { event: 'timer.expired', fields: ['term', 'elapsedMs'], level },
  { event: 'term.changed', fields: ['term', 'from', 'cause', 'source'], level },
  { event: 'role.changed', fields: ['term', 'from', 'cause'], level },
  { event: 'election.started', fields: ['term', 'preVote', 'voters', ...log], level },
  { event: 'vote.granted', fields: ['term', 'preVote', ...asked, ...log], level },
  { event: 'vote.denied', fields: ['term', 'preVote', 'cause', ...asked, ...log], level },
  { event: 'vote.received', fields: ['term', 'preVote', 'rpcTerm', 'votes', 'needed'], level },
  { event: 'leader.recognized', fields: ['term'], level },
  { event: 'commit.advanced', fields: ['term', 'from', 'entryTerm', 'acks'], level },
  { event: 'test.observed', fields: ['ofTerm', 'index', 'count', 'nodes', 'message'], level },
  { event: 'fault.injected', fields: ['nodes'], level },
  { event: 'fault.cleared', fields: ['nodes'], level },
];

const given: ReadonlySet<string> = new Set(capabilities.map(({ event }) => event));

/** More than these do not wait to be put in order. */
const mostWaiting = 200_000;

/**
 * Our own spans back as events, from what the file exporter of the OpenTelemetry collector wrote:
 * a request of OTLP/JSON a line. Spans come as they end, and their events in no order of time.
 */
export const otlpJsonFormat: Format = {
  id: 'otlp-json',
  title: 'Spans of raftlens as OTLP/JSON lines (file exporter of the OpenTelemetry collector)',
  capabilities,
  filter: { anyOf: [mark], why: 'no spans' },
  detect: (sample) =>
    sample.some((line) => line.startsWith('{') && line.includes(mark) && line.includes(ours))
      ? 0.96
      : 0,
  open(file) {
    const census = createCensus();
    let waiting: Waiting[] = [];
    const leave = (): readonly TraceEvent[] => {
      const events = waiting.sort(inOrder).map(({ event }) => event);
      waiting = [];
      return events;
    };
    return {
      read(text, line): LineOutcome {
        const stripped = stripPrefix(text);
        if (!stripped.includes(mark)) return { kind: 'ignored', why: 'no spans' };
        const request = parseFields(stripped);
        const events = request === undefined ? undefined : spanEvents(request);
        if (events === undefined) return { kind: 'broken', why: 'no request of OTLP/JSON' };
        for (const event of events) {
          if (!given.has(event.event)) continue;
          if (event.node !== undefined) census.speaks(event.node);
          // The lines of messages are not here: numbers that are missing are no sign of loss.
          const placed = { ...event, seq: undefined, at: { file, line, text } };
          waiting.push({ event: placed, seq: event.seq ?? 0 });
        }
        return { kind: 'events', events: waiting.length > mostWaiting ? leave() : [] };
      },
      end: leave,
      census,
    };
  },
};

interface Waiting {
  readonly event: TraceEvent;
  readonly seq: number;
}

function inOrder(one: Waiting, other: Waiting): number {
  const later = one.event.time - other.event.time;
  if (later !== 0 || one.event.node !== other.event.node) return later;
  return one.seq - other.seq;
}
