/** Gives out the ids of one trace. */
export interface SpanIds {
  readonly traceId: string;
  /** The next span id of a service; each service counts for itself. */
  next(service: string): string;
}

interface Counter {
  readonly high: number;
  readonly low: number;
  count: number;
}

/**
 * Ids that follow from `text` alone, so that the same trace gives the same ids and bytes.
 *
 * Within a service span ids never repeat (the counter goes through a bijection); between services
 * and traces they are 64 and 128 bits of hash.
 */
export function createSpanIds(text: string): SpanIds {
  const words = [1, 2, 3, 4].map((salt) => hash(`${salt}:${text}`));
  const traceId = words.map(hex).join('');
  const counters = new Map<string, Counter>();
  return {
    traceId,
    next(service) {
      let counter = counters.get(service);
      if (counter === undefined) {
        const name = `${traceId}/${service}`;
        counter = { high: hash(`high:${name}`), low: hash(`low:${name}`), count: 0 };
        counters.set(service, counter);
      }
      counter.count += 1;
      const high = scramble(counter.high + Math.imul(counter.count, 0x9e3779b1));
      const low = scramble(counter.low + Math.imul(counter.count, 0x85ebca6b));
      // All zeros is the one id that the W3C trace context forbids.
      return high === 0 && low === 0 ? this.next(service) : hex(high) + hex(low);
    },
  };
}

/** FNV-1a, then scrambled: its high bits hardly depend on the last characters otherwise. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  return scramble(state);
}

/** The finalizer of MurmurHash3: a bijection of 32 bits in which every bit moves every other. */
function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
