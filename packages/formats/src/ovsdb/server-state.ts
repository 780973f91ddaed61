import type { Role } from '@raftlens/trace';

/** What the lines up to now say of the server whose log it is. */
export interface ServerState {
  /** Four hexadecimal digits; undefined until a line says it. */
  id: string | undefined;
  inc: number;
  role: Role | undefined;
  term: number | undefined;
  /** Who was last said to lead, and in which term. */
  leader: { readonly term: number; readonly id: string } | undefined;
  /** The last vote that it told, as it tells it to every server. */
  voted: { readonly term: number; readonly candidate: string } | undefined;
  /** The term of its last campaign with the end of its log told. */
  campaign: number | undefined;
  /** Every server that a line said to be the one that writes. */
  readonly ids: Set<string>;
  /** The number of the line before, */
  sequence: number;
  /** and its time. */
  time: number;
  /** Lines of several servers are mixed, and do not say whose they are. */
  mixed: boolean;
}

/** A server of which nothing is known yet. */
export function createServerState(): ServerState {
  return {
    id: undefined,
    inc: 1,
    role: undefined,
    term: undefined,
    leader: undefined,
    voted: undefined,
    campaign: undefined,
    ids: new Set(),
    sequence: 0,
    time: 0,
    mixed: false,
  };
}
