import {
  catalogue,
  decodeLine,
  type EventName,
  type EventSpec,
  type TraceEvent,
} from '@raftlens/trace';
import { fieldsOf, type JsonFields } from '../json-fields.ts';

/** Attributes by name, each as it stood in the event. */
type Attributes = ReadonlyMap<string, unknown>;

/** What spans count instead of listing, or turn into words, cannot be had back. */
const lost: ReadonlySet<string> = new Set(['entries', 'range', 'links', 'settings']);
const harness = 'raftlens';

/**
 * The events that a request of OTLP/JSON was made of; undefined where it is none.
 *
 * What happened while a span was open is its events, of the term that the span has; elections and
 * proposals are spans themselves, and begin with an event. Of messages only the sending has a place
 * of its own; they are left out.
 */
export function spanEvents(request: JsonFields): readonly TraceEvent[] | undefined {
  const resources = request.list('resourceSpans');
  if (resources === undefined) return undefined;
  const events: TraceEvent[] = [];
  for (const each of resources.map(fieldsOf)) {
    const resource = attributesOf(each?.object('resource'));
    if (resource.get('service.namespace') !== harness) continue;
    const service = String(resource.get('service.name'));
    const scopes = each?.list('scopeSpans')?.map(fieldsOf) ?? [];
    for (const span of scopes.flatMap((scope) => scope?.list('spans')?.map(fieldsOf) ?? [])) {
      if (span !== undefined) events.push(...eventsOf(service, span));
    }
  }
  return events;
}

function eventsOf(service: string, span: JsonFields): readonly TraceEvent[] {
  const own = attributesOf(span);
  const where = {
    ...(service === harness ? {} : { node: service }),
    ...{ term: own.get('raft.term'), group: own.get('raft.group'), run: span.text('traceId') },
  };
  const events: TraceEvent[] = [];
  const begins = { election: 'election.started', 'pre-vote': 'election.started' } as const;
  const first = Object.entries(begins).find(([name]) => name === span.text('name'))?.[1];
  const told = [
    ...(first === undefined || own.has('raft.part')
      ? []
      : [{ name: first, at: span.text('startTimeUnixNano'), attributes: own }]),
    ...(span.list('events') ?? []).map((each) => {
      const event = fieldsOf(each);
      const at = event?.text('timeUnixNano');
      return { name: event?.text('name'), at, attributes: attributesOf(event) };
    }),
  ];
  for (const { name, at, attributes } of told) {
    const event = eventOf(name, at, { ...where, ...membersOf(name, attributes) });
    if (event !== undefined) events.push(event);
  }
  return events;
}

/** The trace's own reader says whether all that the event needs is there. */
function eventOf(
  name: string | undefined,
  nanoseconds: string | undefined,
  members: Readonly<Record<string, unknown>>,
): TraceEvent | undefined {
  if (name === undefined || !/^\d{1,20}$/.test(nanoseconds ?? '')) return undefined;
  const time = Number(BigInt(nanoseconds ?? '0') / 1000n) / 1000;
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
    if (field === 'seq' || (type !== undefined && !lost.has(type))) members[field] = value;
  }
  return members;
}

function attributesOf(holder: JsonFields | undefined): Attributes {
  const attributes = new Map<string, unknown>();
  for (const each of holder?.list('attributes') ?? []) {
    const attribute = fieldsOf(each);
    const key = attribute?.text('key');
    if (key !== undefined) attributes.set(key, attributeValue(attribute?.object('value')));
  }
  return attributes;
}

function attributeValue(value: JsonFields | undefined): unknown {
  return (
    value?.text('stringValue') ??
    value?.flag('boolValue') ??
    value?.integer('intValue') ??
    value?.number('doubleValue') ??
    value
      ?.object('arrayValue')
      ?.list('values')
      ?.map((each) => attributeValue(fieldsOf(each)))
  );
}
