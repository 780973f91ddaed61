import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'rpc-budget',
    confidence: 0.5,
    why: 'loops of earlier leaderships beat along',
  },
];

/** Each victory starts one more heartbeat loop. */
export const heartbeatLoopPerWin: Cause = {
  name: 'heartbeat-loop-per-win',
  title: 'Each victory starts one more heartbeat loop',
  harmless: false,
  explains: ['rpc-budget'],
  story:
    'Winning starts a thread that sends heartbeats while the server is leader. If it asks ' +
    'only for the role, the thread of an earlier leadership wakes up after a loss and a ' +
    'second victory, and goes on beside the new one. Each victory then adds one more ' +
    'heartbeat stream. Nothing breaks except the budget of RPCs (Raft §5.2); each loop should ' +
    'end with its term.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
