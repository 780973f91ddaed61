import type { Role } from '@raftlens/trace';
import type { Reached } from './reached.ts';

/** Counts a change of role, by what it shows. */
export function countRoleChange(reached: Reached, to: Role, from: Role, cause: string): void {
  if (to === 'leader') reached['leader-elected'] += 1;
  if (cause === 'quorum-lost') reached['quorum-lost'] += 1;
  if (from === 'leader' && cause === 'higher-term') reached['leader-deposed'] += 1;
  if (from === 'candidate' && cause === 'leader-discovered') reached['candidate-yields'] += 1;
}

/** Counts a vote that is refused, by its cause. */
export function countDenial(reached: Reached, cause: string): void {
  if (cause === 'stale-term') reached['vote-denied-stale-term'] += 1;
  else if (cause === 'already-voted') reached['vote-denied-already-voted'] += 1;
  else if (cause === 'log-behind') reached['vote-denied-log-behind'] += 1;
}

/** Counts an AppendEntries that is rejected, by its cause. */
export function countRejection(reached: Reached, cause: string): void {
  if (cause === 'stale-term') reached['append-refused-stale-term'] += 1;
  else if (cause === 'log-too-short') reached['append-refused-short-log'] += 1;
  else if (cause === 'term-mismatch') reached['append-refused-conflict'] += 1;
}
