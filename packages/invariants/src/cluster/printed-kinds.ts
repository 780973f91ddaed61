import { type Role, slotCount } from '@raftlens/trace';

/** Which kinds of lines a server is seen to print: a leader's lines are often printed elsewhere. */
export interface PrintedKinds {
  /** Notes a line, by its `slotOf`. */
  note(slot: number, role: Role | undefined): void;
  /** It has printed a line of this kind, in this role where that is asked. */
  has(slot: number, as?: 'leader' | 'other'): boolean;
  /** It has, both as leader and otherwise, as far as it was either. */
  hasInEachRole(slot: number): boolean;
}

const bits = { leader: 1, other: 2 } as const;

/** Begins with none. */
export function createPrintedKinds(): PrintedKinds {
  const roles = new Uint8Array(slotCount);
  let spoken = 0;
  return {
    note(slot, role) {
      const as = role === 'leader' ? bits.leader : bits.other;
      roles[slot] = (roles[slot] ?? 0) | as;
      spoken |= as;
    },
    has: (slot, as) => ((roles[slot] ?? 0) & (as === undefined ? 3 : bits[as])) !== 0,
    hasInEachRole: (slot) => roles[slot] === spoken,
  };
}
