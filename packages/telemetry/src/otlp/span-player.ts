import type { Attributes, HrTime, Tracer } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { SpanAttributes, SpanRecord, SpanTime } from '../spans/span-record.ts';

/** Plays finished spans through OpenTelemetry's SDK. */
export interface SpanPlayer {
  /** The SDK's spans for the records, in their order. */
  play(records: readonly SpanRecord[]): readonly ReadableSpan[];
}

/**
 * Loads the SDK and makes a player.
 *
 * Every service has a TracerProvider with its own Resource, since Jaeger colours by `service.name`.
 * Ids, parents and times are the records' own: times go in as `[s, ns]`, as the SDK takes numbers
 * for ms of the process or of the epoch, whichever fits.
 */
export async function loadSpanPlayer(): Promise<SpanPlayer> {
  const [api, sdk, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
  ]);
  let ended: ReadableSpan[] = [];
  let next = { traceId: '', spanId: '' };
  const tracers = new Map<string, Tracer>();
  const collector = {
    onStart: () => {},
    onEnd: (span: ReadableSpan) => void ended.push(span),
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };

  const startTracer = (service: string): Tracer => {
    const provider = new sdk.TracerProvider({
      resource: resources.resourceFromAttributes({
        'service.name': service,
        'service.namespace': 'raftlens',
      }),
      sampler: new sdk.AlwaysOnSampler(),
      spanProcessors: [collector],
      idGenerator: {
        generateTraceId: () => next.traceId,
        generateSpanId: () => next.spanId,
      },
    });
    const tracer = provider.getTracer('@raftlens/telemetry');
    tracers.set(service, tracer);
    return tracer;
  };

  const contextOf = ({ traceId, parentSpanId: spanId }: SpanRecord) => {
    if (spanId === undefined) return api.ROOT_CONTEXT;
    const parent = { traceId, spanId, traceFlags: api.TraceFlags.SAMPLED };
    return api.trace.setSpanContext(api.ROOT_CONTEXT, parent);
  };

  const playOne = (record: SpanRecord): void => {
    next = record;
    const tracer = tracers.get(record.service) ?? startTracer(record.service);
    const start = { startTime: hrTime(record.start), attributes: mutable(record.attributes) };
    const span = tracer.startSpan(record.name, start, contextOf(record));
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
    play(records) {
      ended = [];
      for (const record of records) playOne(record);
      return ended;
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
