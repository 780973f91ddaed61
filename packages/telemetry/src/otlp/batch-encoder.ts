import type { Attributes, HrTime, Tracer } from '@opentelemetry/api';
import type { IdGenerator, ReadableSpan } from '@opentelemetry/sdk-trace';
import type { SpanAttributes, SpanRecord, SpanTime } from '../spans/span-record.ts';
import type { OtlpProtocol } from './otlp-settings.ts';

/** Turns records into OTLP requests by way of OpenTelemetry's own SDK. */
export interface BatchEncoder {
  readonly contentType: string;
  encode(records: readonly SpanRecord[]): Uint8Array;
  /** How many spans of an accepted request the receiver says that it threw away. */
  rejected(response: Uint8Array): number;
}

/**
 * Loads OpenTelemetry, which takes a third of a second, and makes an encoder.
 *
 * Every service has a TracerProvider with its own Resource, since Jaeger colours by `service.name`.
 * Ids, parents and times are the records' own: times go in as `[s, ns]`, as the SDK takes numbers
 * for ms of the process or of the epoch, whichever fits.
 */
export async function loadBatchEncoder(protocol: OtlpProtocol): Promise<BatchEncoder> {
  const [api, sdk, resources, transformer] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/otlp-transformer'),
  ]);
  const json = protocol === 'http/json';
  const serializer = json ? transformer.JsonTraceSerializer : transformer.ProtobufTraceSerializer;

  let ended: ReadableSpan[] = [];
  const collector = {
    onStart: () => {},
    onEnd: (span: ReadableSpan) => void ended.push(span),
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
  let next = { traceId: '', spanId: '' };
  const idGenerator: IdGenerator = {
    generateTraceId: () => next.traceId,
    generateSpanId: () => next.spanId,
  };
  const tracers = new Map<string, Tracer>();

  const tracerOf = (service: string): Tracer => {
    let tracer = tracers.get(service);
    if (tracer === undefined) {
      const resource = resources.resourceFromAttributes({
        'service.name': service,
        'service.namespace': 'raftlens',
      });
      const sampler = new sdk.AlwaysOnSampler();
      const spanProcessors = [collector];
      const provider = new sdk.TracerProvider({ resource, sampler, spanProcessors, idGenerator });
      tracer = provider.getTracer('@raftlens/telemetry');
      tracers.set(service, tracer);
    }
    return tracer;
  };

  const play = (record: SpanRecord): void => {
    next = record;
    const { traceId, parentSpanId } = record;
    const parent =
      parentSpanId === undefined
        ? api.ROOT_CONTEXT
        : api.trace.setSpanContext(api.ROOT_CONTEXT, {
            traceId,
            spanId: parentSpanId,
            traceFlags: api.TraceFlags.SAMPLED,
          });
    const options = {
      startTime: hrTime(record.start),
      attributes: mutable(record.attributes),
    };
    const span = tracerOf(record.service).startSpan(record.name, options, parent);
    for (const event of record.events) {
      span.addEvent(event.name, mutable(event.attributes), hrTime(event.time));
    }
    const { status } = record;
    if (status.code === 'ok') span.setStatus({ code: api.SpanStatusCode.OK });
    if (status.code === 'error') {
      span.setStatus({ code: api.SpanStatusCode.ERROR, message: status.message });
    }
    span.end(hrTime(record.end));
  };

  return {
    contentType: json ? 'application/json' : 'application/x-protobuf',
    encode(records) {
      ended = [];
      for (const record of records) play(record);
      const bytes = serializer.serializeRequest(ended);
      if (bytes === undefined || ended.length !== records.length) {
        throw new Error(`OpenTelemetry made ${ended.length} spans of ${records.length}`);
      }
      return bytes;
    },
    rejected(response) {
      if (response.length === 0) return 0;
      // OTLP/JSON writes 64-bit numbers as strings.
      const count = Number(serializer.deserializeResponse(response).partialSuccess?.rejectedSpans);
      return Number.isFinite(count) ? count : 0;
    },
  };
}

function hrTime([seconds, nanoseconds]: SpanTime): HrTime {
  return [seconds, nanoseconds];
}

/** OpenTelemetry's types ask for lists that it could change; it does not. */
function mutable(attributes: SpanAttributes): Attributes {
  return attributes as Attributes;
}
