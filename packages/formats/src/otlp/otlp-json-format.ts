import { createCensus } from '../census.ts';
import type { Format, LineOutcome } from '../format.ts';
import { parseFields } from '../json-fields.ts';
import { stripPrefix } from '../strip-prefix.ts';
import { spansOfRequest } from './otlp-request.ts';
import { spanCapabilities } from './span-capabilities.ts';
import { eventsOfSpan } from './span-events.ts';
import { createSpanOrder } from './span-order.ts';

const mark = '"resourceSpans"';
const ours = '"raftlens"';

/**
 * Our own spans back as events, from what the file exporter of the OpenTelemetry collector wrote:
 * a request of OTLP/JSON a line. Spans come as they end, and their events in no order of time.
 */
export const otlpJsonFormat: Format = {
  id: 'otlp-json',
  title: 'Spans of raftlens as OTLP/JSON lines (file exporter of the OpenTelemetry collector)',
  capabilities: spanCapabilities,
  filter: { anyOf: [mark], why: 'no spans' },
  detect: (sample) =>
    sample.some((line) => line.startsWith('{') && line.includes(mark) && line.includes(ours))
      ? 0.96
      : 0,
  open(file) {
    const census = createCensus();
    const waiting = createSpanOrder(census);
    return {
      read(text, line): LineOutcome {
        const stripped = stripPrefix(text);
        if (!stripped.includes(mark)) return { kind: 'ignored', why: 'no spans' };
        const request = parseFields(stripped);
        // Jaeger from version 2 on hands out the same as the result of a query.
        const spans = request && spansOfRequest(request.object('result') ?? request);
        if (spans === undefined) return { kind: 'broken', why: 'no request of OTLP/JSON' };
        for (const span of spans) {
          for (const event of eventsOfSpan(span)) waiting.take(event, { file, line, text });
        }
        return { kind: 'events', events: waiting.full ? waiting.leave() : [] };
      },
      end: () => waiting.leave(),
      census,
    };
  },
};
