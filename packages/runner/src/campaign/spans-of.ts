import { createSpanExport, type ExportCounts, type OtlpSettings } from '@raftlens/telemetry';
import type { TraceEvent } from '@raftlens/trace';

/** Where spans go, and what tells two runs of one seed apart. */
export interface SpanTarget {
  readonly settings: OtlpSettings;
  readonly salt: string;
}

/** So many events are handed over before the export is waited for. */
const batch = 5_000;

/**
 * Sends the events that `play` tells as spans.
 *
 * A simulated run cannot wait, so its events are kept until it is over; it is one run.
 */
export async function spansOf(
  { settings, salt }: SpanTarget,
  play: (observe: (event: TraceEvent) => void) => unknown,
): Promise<ExportCounts> {
  const events: TraceEvent[] = [];
  play((event) => events.push(event));
  const spans = await createSpanExport({ ...settings, salt });
  for (const [index, event] of events.entries()) {
    spans.observe(event);
    if (index % batch === 0) await spans.drain();
  }
  return spans.finish();
}
