import {
  catalogue,
  decodeLine,
  type EventName,
  type EventSpec,
  type TraceEvent,
} from '@raftlens/trace';

/** Attributes by name, each as it stood in the event. */
export type Attributes = ReadonlyMap<string, unknown>;

/** What spans count instead of listing, or turn into words, cannot be had back. */
const lost: ReadonlySet<string> = new Set(['entries', 'range', 'links', 'settings']);

/** A finished span, whoever wrote it down. */
export interface Span {
  /** The server's id, or `raftlens` for what the harness says. */
  readonly service: string;
  readonly traceId: string | undefined;
  readonly name: string | undefined;
  readonly start: SpanMoment;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
}

/** Something that happened while it was open. */
export interface SpanEvent {
  readonly name: string | undefined;
  readonly moment: SpanMoment;
  readonly attributes: Attributes;
}

/** Whole microseconds since the epoch; undefined where what is written is no time. */
export type SpanMoment = number | undefined;

/** In a resource of ours. */
export const harness = 'raftlens';

/**
 * The events that a span was made of.
 *
 * What happened while a span was open is its events, of the term that the span has; elections and
 * proposals are spans themselves, and begin with an event. Of messages only the sending has a place
 * of its own; they are left out. An event that cannot be had back is undefined.
 */
export function eventsOfSpan(span: Span): readonly (TraceEvent | undefined)[] {
  const { service, traceId, name, attributes: own } = span;
  const where = {
    ...(service === harness ? {} : { node: service }),
    ...{ term: own.get('raft.term'), group: own.get('raft.group'), run: traceId },
  };
  const begins = { election: 'election.started', 'pre-vote': 'election.started' } as const;
  const first = Object.entries(begins).find(([start]) => start === name)?.[1];
  const told: readonly SpanEvent[] = [
    ...(first === undefined || own.has('raft.part')
      ? []
      : [{ name: first, moment: span.start, attributes: own }]),
    ...span.events,
  ];
  return told.map((each) =>
    eventOf(each.name, each.moment, { ...where, ...membersOf(each.name, each.attributes) }),
  );
}

/** The trace's own reader says whether all that the event needs is there. */
function eventOf(
  name: string | undefined,
  moment: SpanMoment,
  members: Readonly<Record<string, unknown>>,
): TraceEvent | undefined {
  if (name === undefined || moment === undefined) return undefined;
  const time = moment / 1000;
  const outcome = decodeLine(JSON.stringify({ time, event: name, ...members }));
  return outcome.kind === 'event' ? outcome.event : undefined;
}

/** `raft.prev_log_index` is `prevLogIndex`. */
function membersOf(name: string | undefined, attributes: Attributes): Record<string, unknown> {
  if (name === undefined || !Object.hasOwn(catalogue, name)) return {};
  const spec: EventSpec = catalogue[name as EventName];
  const members: Record<string, unknown> = {};
  for (const [key, value] of attributes) {
    if (!key.startsWith('raft.')) continue;
    const field = key.slice(5).replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const type = Object.hasOwn(spec.fields, field) ? spec.fields[field]?.type : undefined;
    if (field === 'seq' || (type !== undefined && !lost.has(type))) {
      members[field] = type === 'texts' ? textsOf(value) : value;
    }
  }
  return members;
}

/** Jaeger has no lists, and writes one as a text of JSON. */
function textsOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
