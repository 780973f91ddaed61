import type { ExportCounts } from '@raftlens/telemetry';
import type { TraceEvent } from '@raftlens/trace';

/** Where the events go as spans, if anywhere. */
export type SpanOutlet =
  | { readonly kind: 'unusable'; readonly message: string }
  | {
      readonly kind: 'usable';
      observe(events: readonly TraceEvent[]): Promise<void>;
      finish(): Promise<ExportCounts | undefined>;
    };

const nowhere: SpanOutlet = {
  kind: 'usable',
  observe: async () => {},
  finish: async () => undefined,
};

/** Opens an export to `url` or to what the environment says, and only then loads OpenTelemetry. */
export async function openSpans(
  url: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SpanOutlet> {
  if (url === undefined && !Object.keys(env).some(isEndpoint)) return nowhere;
  const { createSpanExport, otlpSettings } = await import('@raftlens/telemetry');
  try {
    const settings = otlpSettings(url, env);
    if (settings === undefined) return nowhere;
    const spans = await createSpanExport(settings);
    return {
      kind: 'usable',
      async observe(events) {
        for (const event of events) spans.observe(event);
        await spans.drain();
      },
      finish: () => spans.finish(),
    };
  } catch (error) {
    return { kind: 'unusable', message: error instanceof Error ? error.message : String(error) };
  }
}

function isEndpoint(name: string): boolean {
  return name === 'OTEL_EXPORTER_OTLP_ENDPOINT' || name === 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT';
}
