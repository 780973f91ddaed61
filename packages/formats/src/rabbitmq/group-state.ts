import type { Role } from '@raftlens/trace';

/** What the lines up to now say of one queue, or other Raft group, in one server. */
export interface GroupState {
  readonly group: string;
  /** Undefined until a line says which Erlang node this is. */
  node: string | undefined;
  inc: number;
  role: Role | undefined;
}

/** The roles of ra, as far as they are roles of Raft. */
export const rabbitRoles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['follower', 'follower'],
  ['await_condition', 'follower'],
  ['receive_snapshot', 'follower'],
  ['pre_vote', 'pre-candidate'],
  ['candidate', 'candidate'],
  ['leader', 'leader'],
]);
