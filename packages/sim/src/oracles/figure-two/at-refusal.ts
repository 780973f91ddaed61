import type { Server } from '@raftlens/core';
import { type Breach, lastIndexOf, termOf } from './step.ts';

/**
 * Where the leader should try next: at the first index of the term that conflicts, or behind a log
 * that is too short (Raft §5.3, end).
 */
export function wrongHint(
  server: Server,
  prevLogIndex: number,
  said: { readonly conflictIndex: number; readonly conflictTerm: number },
): Breach {
  const term = termOf(server, prevLogIndex);
  let index = term === undefined ? lastIndexOf(server) + 1 : prevLogIndex;
  while (term !== undefined && index > server.log.baseIndex + 1) {
    if (termOf(server, index - 1) !== term) break;
    index -= 1;
  }
  if (said.conflictIndex === index && said.conflictTerm === (term ?? 0)) return undefined;
  const { conflictIndex: at, conflictTerm: of } = said;
  return `it hints at ${at} of term ${of}, not ${index} of ${term ?? 0} (Raft §5.3, end)`;
}
