import type { SpanRecord } from '../spans/span-record.ts';
import type { OtlpProtocol } from './otlp-settings.ts';
import { loadSpanPlayer } from './span-player.ts';

/** Turns records into OTLP requests, by way of OpenTelemetry's own SDK. */
export interface BatchEncoder {
  readonly contentType: string;
  encode(records: readonly SpanRecord[]): Uint8Array;
  /** How many spans of an accepted request the receiver says that it threw away. */
  rejected(response: Uint8Array): number;
}

/** Makes an encoder; OpenTelemetry is loaded here, which takes a tenth of a second and more. */
export async function loadBatchEncoder(protocol: OtlpProtocol): Promise<BatchEncoder> {
  const [player, transformer] = await Promise.all([
    loadSpanPlayer(),
    import('@opentelemetry/otlp-transformer'),
  ]);
  const json = protocol === 'http/json';
  const serializer = json ? transformer.JsonTraceSerializer : transformer.ProtobufTraceSerializer;
  return {
    contentType: json ? 'application/json' : 'application/x-protobuf',
    encode(records) {
      const spans = player.play(records);
      const bytes = serializer.serializeRequest([...spans]);
      if (bytes === undefined || spans.length !== records.length) {
        throw new Error(`OpenTelemetry made ${spans.length} spans of ${records.length}`);
      }
      return bytes;
    },
    rejected(response) {
      if (response.length === 0) return 0;
      try {
        const { partialSuccess } = serializer.deserializeResponse(response);
        // OTLP/JSON writes 64-bit numbers as strings.
        const count = Number(partialSuccess?.rejectedSpans ?? 0);
        return Number.isFinite(count) ? count : 0;
      } catch {
        // An answer that cannot be read says nothing against a request that was accepted.
        return 0;
      }
    },
  };
}
