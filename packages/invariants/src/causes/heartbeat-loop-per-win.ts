import type { Cause } from '../cause.ts';

/** Each victory starts one more heartbeat loop. */
export const heartbeatLoopPerWin: Cause = {
  name: 'heartbeat-loop-per-win',
  title: 'Each victory starts one more heartbeat loop',
  harmless: false,
  explains: [],
  story:
    'Winning starts a thread that sends heartbeats while the server is leader. If it asks ' +
    'only for the role, the thread of an earlier leadership wakes up after a loss and a ' +
    'second victory, and goes on beside the new one. Each victory then adds one more ' +
    'heartbeat stream. Nothing breaks except the budget of RPCs (Raft §5.2); each loop should ' +
    'end with its term.',
  explain: () => undefined,
};
