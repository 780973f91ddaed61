import type { SpanRecord, SpanTime, SpanValue } from '../../src/index.ts';
import type { SinkRequest } from './span-sink.ts';

interface OtlpValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly arrayValue?: { readonly values: readonly OtlpValue[] };
}

type OtlpAttributes = readonly { readonly key: string; readonly value: OtlpValue }[];

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: OtlpAttributes;
  readonly events: readonly {
    readonly name: string;
    readonly timeUnixNano: string;
    readonly attributes: OtlpAttributes;
  }[];
  readonly status: { readonly code: number; readonly message?: string };
}

interface OtlpRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: OtlpAttributes };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

/** The spans of OTLP/JSON requests as records again, to compare with what was sent. */
export function decodeOtlpJson(requests: readonly SinkRequest[]): readonly SpanRecord[] {
  const records: SpanRecord[] = [];
  for (const { body } of requests) {
    const request = JSON.parse(body.toString()) as OtlpRequest;
    for (const { resource, scopeSpans } of request.resourceSpans) {
      const { 'service.name': service, 'service.namespace': space } = values(resource.attributes);
      if (space !== 'raftlens') throw new Error(`service.namespace is ${space}`);
      for (const { spans } of scopeSpans) {
        for (const span of spans) records.push(toRecord(String(service), span));
      }
    }
  }
  return records;
}

function toRecord(service: string, span: OtlpSpan): SpanRecord {
  const { code, message } = span.status;
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId,
    service,
    name: span.name,
    start: time(span.startTimeUnixNano),
    end: time(span.endTimeUnixNano),
    attributes: values(span.attributes),
    events: span.events.map((event) => ({
      name: event.name,
      time: time(event.timeUnixNano),
      attributes: values(event.attributes),
    })),
    status:
      code === 2
        ? { code: 'error', message: message ?? '' }
        : { code: code === 1 ? 'ok' : 'unset' },
  };
}

function time(nanoseconds: string): SpanTime {
  const total = BigInt(nanoseconds);
  return [Number(total / 1_000_000_000n), Number(total % 1_000_000_000n)];
}

function values(attributes: OtlpAttributes): Record<string, SpanValue> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));
}

function plain(value: OtlpValue): SpanValue {
  if (value.arrayValue !== undefined) {
    return value.arrayValue.values.map((each) => String(plain(each)));
  }
  if (value.intValue !== undefined) return Number(value.intValue);
  return value.stringValue ?? value.boolValue ?? value.doubleValue ?? 'no value';
}

/**
 * Span ids of an OTLP/protobuf request in the order of writing: field 1 (resource spans), 2 (scope
 * spans), 2 (span), 2 (span id) of opentelemetry/proto/collector/trace/v1.
 */
export function spanIdsOfProtobuf(body: Uint8Array): readonly string[] {
  let messages: readonly Uint8Array[] = [body];
  for (const field of [1, 2, 2, 2]) messages = messages.flatMap((each) => fieldsOf(each, field));
  return messages.map((bytes) => Buffer.from(bytes).toString('hex'));
}

/** Every length-delimited value of a field of one protobuf message. */
function fieldsOf(message: Uint8Array, wanted: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at] ?? 0;
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else {
      const length = varint();
      if (Math.floor(tag / 8) === wanted) found.push(message.subarray(at, at + length));
      at += length;
    }
  }
  return found;
}
