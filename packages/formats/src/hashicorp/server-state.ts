import type { Role } from '@raftlens/trace';
import type { Configuration } from './address-book.ts';

/** What the lines up to now say of the server whose log it is, as far as later lines need it. */
export interface ServerState {
  /** By id or address; undefined until a line says it. */
  name: string | undefined;
  role: Role | undefined;
  /** Of its last candidacy: the line of a new leader does not say it. */
  term: number | undefined;
  /** +1 per restart. */
  inc: number;
  started: boolean;
  /** It has begun, which is told by the next line, as that says who it is. */
  beginning: Configuration | undefined;
}

/** A server of which nothing is known yet. */
export function createServerState(name: string | undefined): ServerState {
  return { name, role: undefined, term: undefined, inc: 1, started: false, beginning: undefined };
}
