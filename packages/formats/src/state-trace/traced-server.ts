import type { Role } from '@raftlens/trace';

/** What the lines up to now say of one server. */
export interface TracedServer {
  readonly node: string;
  /** +1 per restart. */
  inc: number;
  term: number | undefined;
  role: Role | undefined;
  commit: number | undefined;
  lastLogIndex: number | undefined;
  /** Its configuration, as one text. */
  configuration: string;
  /** By candidate: the end of its log, as it last asked for a vote, and the term it asked in. */
  readonly requests: Map<string, Asked>;
  /** Its lines before this one that proposed an entry upon the same log. */
  proposals: number;
}

/** What a request for a vote says. */
export interface Asked {
  readonly term: number | undefined;
  readonly candidateLastLogIndex: number | undefined;
  readonly candidateLastLogTerm: number | undefined;
}

/** A server of which nothing is known yet. */
export function createTracedServer(node: string, inc: number): TracedServer {
  return {
    ...{ node, inc, term: undefined, role: undefined, commit: undefined, lastLogIndex: undefined },
    ...{ configuration: '', requests: new Map(), proposals: 0 },
  };
}
