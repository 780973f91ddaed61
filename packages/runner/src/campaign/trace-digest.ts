import { encodeEvent, type TraceEvent } from '@raftlens/trace';

/** A digest of a trace, to compare two runs without keeping either. */
export interface TraceDigest {
  observe(event: TraceEvent): void;
  /** The number of events and a hash of their bytes. */
  value(): string;
}

/** FNV-1a over the encoded lines, in two halves with different primes: no secret, only a check. */
export function createTraceDigest(): TraceDigest {
  let events = 0;
  let left = 0x811c9dc5;
  let right = 0xc2b2ae35;
  return {
    observe(event) {
      events += 1;
      const line = encodeEvent(event);
      for (let index = 0; index < line.length; index += 1) {
        const code = line.charCodeAt(index);
        left = Math.imul(left ^ code, 0x01000193);
        right = Math.imul(right ^ code, 0x85ebca6b);
      }
    },
    value: () => `${events}:${hex(left)}${hex(right)}`,
  };
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
