import type { EventOf } from '@raftlens/trace';

/** Faults by which messages are lost or late, whoever may reach whom. */
const losesMessages: ReadonlySet<string> = new Set([
  'unreliable-network',
  'long-reordering',
  'loss',
  'reply-loss',
  'black-hole',
  'delay',
  'reordering',
  'clog',
  'one-way',
  'ring',
  'bridge',
  'swizzle',
  'joint-cut',
]);

/** Whether the harness has messages lost or held back at the moment. */
export interface TroubledNetwork {
  /** Takes a fault that begins or ends. */
  note(event: EventOf<'fault.injected' | 'fault.cleared'>): void;
  now(): boolean;
}

/** A network that nothing is known to be wrong with. */
export function createTroubledNetwork(): TroubledNetwork {
  let open = 0;
  return {
    note({ event, fault }) {
      if (fault === undefined || !losesMessages.has(fault)) return;
      open = Math.max(0, open + (event === 'fault.injected' ? 1 : -1));
    },
    now: () => open > 0,
  };
}
