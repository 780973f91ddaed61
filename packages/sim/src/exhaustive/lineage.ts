/** How a step of the search is written down: what happened, and to which server or message. */
export interface Deed {
  readonly kind: DeedKind;
  /** The number of a message for the first three kinds, of a server for the others. */
  readonly operand: number;
}

/** All kinds of steps; their places here are their numbers. */
export const deedKinds = [
  'deliver',
  'lose',
  'duplicate',
  'election-timeout',
  'heartbeat',
  'propose',
  'restart',
] as const;

/** One of them. */
export type DeedKind = (typeof deedKinds)[number];

const operandBits = 28;
const operandMask = (1 << operandBits) - 1;

/** For each state, in the order of discovery: which it came from, and what happened there. */
export interface Lineage {
  readonly length: number;
  push(parent: number, kind: DeedKind, operand: number): void;
  /** What happened from the first state to this one. */
  pathTo(state: number): readonly Deed[];
}

/** The lineage of the first state alone, which has none. 8 bytes a state. */
export function createLineage(): Lineage {
  let parents = new Uint32Array(1 << 12);
  let deeds = new Uint32Array(1 << 12);
  let length = 1;
  return {
    get length(): number {
      return length;
    },
    push(parent, kind, operand) {
      if (length === parents.length) {
        parents = doubled(parents);
        deeds = doubled(deeds);
      }
      parents[length] = parent;
      deeds[length] = deedKinds.indexOf(kind) * 2 ** operandBits + operand;
      length += 1;
    },
    pathTo(state) {
      const path: Deed[] = [];
      for (let at = state; at !== 0; at = parents[at] ?? 0) {
        const code = deeds[at] ?? 0;
        const kind = deedKinds[code >>> operandBits] ?? 'deliver';
        path.push({ kind, operand: code & operandMask });
      }
      return path.reverse();
    },
  };
}

function doubled(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * words.length);
  larger.set(words);
  return larger;
}
