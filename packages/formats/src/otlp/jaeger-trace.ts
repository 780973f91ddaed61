import { fieldsOf, type JsonFields } from '../json-fields.ts';
import { type Attributes, harness, type Span, type SpanEvent } from './span-events.ts';

/** The spans of ours in what Jaeger hands out; undefined where it is something else. */
export function spansOfJaeger(document: JsonFields): readonly Span[] | undefined {
  const traces = document.list('data')?.map(fieldsOf);
  return traces?.flatMap((trace) => {
    const processes = trace?.object('processes');
    const spans = trace?.list('spans')?.map(fieldsOf) ?? [];
    return spans.flatMap((span) => (span === undefined ? [] : spanOf(span, processes)));
  });
}

/** Those of others are there too, without a service: the places of all are counted. */
function spanOf(span: JsonFields, processes: JsonFields | undefined): Span {
  const sender = processes?.object(span.text('processID') ?? '');
  const isOurs = attributesOf(sender?.list('tags')).get('service.namespace') === harness;
  const logs = span.list('logs')?.map(fieldsOf) ?? [];
  return {
    service: sender?.text('serviceName') ?? '',
    traceId: span.text('traceID'),
    name: isOurs ? span.text('operationName') : undefined,
    start: span.integer('startTime'),
    attributes: attributesOf(span.list('tags')),
    events: logs.map((log) => eventOf(log, isOurs)),
  };
}

function eventOf(log: JsonFields | undefined, isOurs: boolean): SpanEvent {
  const attributes = attributesOf(log?.list('fields'));
  const name = attributes.get('event');
  return {
    name: isOurs && typeof name === 'string' ? name : undefined,
    moment: log?.integer('timestamp'),
    attributes,
  };
}

/** Integers may be texts, as they are in requests. */
function attributesOf(list: readonly unknown[] | undefined): Attributes {
  const attributes = new Map<string, unknown>();
  for (const each of list ?? []) {
    const attribute = fieldsOf(each);
    const key = attribute?.text('key');
    if (attribute === undefined || key === undefined) continue;
    attributes.set(key, attributeValue(attribute));
  }
  return attributes;
}

function attributeValue(attribute: JsonFields): unknown {
  if (attribute.text('type') === 'int64') return attribute.integer('value');
  return attribute.text('value') ?? attribute.number('value') ?? attribute.flag('value');
}
