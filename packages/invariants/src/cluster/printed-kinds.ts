import { type Role, slotCount } from '@raftlens/trace';

/** Which kinds of lines a server is seen to print: a leader's lines are often printed elsewhere. */
export interface PrintedKinds {
  /** Notes a line, by its `slotOf`. */
  note(slot: number, role: Role | undefined): void;
  /** It has printed a line of this kind. */
  has(slot: number): boolean;
  /** It has, both as leader and otherwise, as far as it was either. */
  hasInEachRole(slot: number): boolean;
}

const asLeader = 1;
const asOther = 2;

/** Begins with none. */
export function createPrintedKinds(): PrintedKinds {
  const roles = new Uint8Array(slotCount);
  let spoken = 0;
  return {
    note(slot, role) {
      const as = role === 'leader' ? asLeader : asOther;
      roles[slot] = (roles[slot] ?? 0) | as;
      spoken |= as;
    },
    has: (slot) => roles[slot] !== 0,
    hasInEachRole: (slot) => roles[slot] === spoken,
  };
}
