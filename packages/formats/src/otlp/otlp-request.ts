import { fieldsOf, type JsonFields } from '../json-fields.ts';
import { type Attributes, harness, type Span, type SpanMoment } from './span-events.ts';

/** The spans of ours in a request of OTLP/JSON; undefined where it is none. */
export function spansOfRequest(request: JsonFields): readonly Span[] | undefined {
  const resources = request.list('resourceSpans');
  if (resources === undefined) return undefined;
  return resources.map(fieldsOf).flatMap((each) => {
    const resource = attributesOf(each?.object('resource'));
    if (resource.get('service.namespace') !== harness) return [];
    const service = String(resource.get('service.name'));
    const scopes = each?.list('scopeSpans')?.map(fieldsOf) ?? [];
    return scopes
      .flatMap((scope) => scope?.list('spans')?.map(fieldsOf) ?? [])
      .flatMap((span) => (span === undefined ? [] : spanOf(service, span)));
  });
}

function spanOf(service: string, span: JsonFields): Span {
  return {
    service,
    traceId: span.text('traceId'),
    name: span.text('name'),
    start: momentOf(span.text('startTimeUnixNano')),
    attributes: attributesOf(span),
    events: (span.list('events') ?? []).map((each) => {
      const event = fieldsOf(each);
      return {
        name: event?.text('name'),
        moment: momentOf(event?.text('timeUnixNano')),
        attributes: attributesOf(event),
      };
    }),
  };
}

function momentOf(nanoseconds: string | undefined): SpanMoment {
  return /^\d{1,20}$/.test(nanoseconds ?? '')
    ? Number(BigInt(nanoseconds ?? 0) / 1000n)
    : undefined;
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
