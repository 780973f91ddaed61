import type { Entry } from '@raftlens/core';
import type { Machine } from './machine.ts';

/** What the checks look at in one machine. */
export interface Facts {
  readonly id: string;
  readonly term: number;
  readonly leads: boolean;
  readonly commitIndex: number;
  readonly log: readonly Entry[];
  /** The log in its storage. */
  readonly durableLog: readonly Entry[];
}

/** The facts of a machine. Nothing is compacted in an exploration: every log begins at index 1. */
export function factsOf({ server, disk }: Machine): Facts {
  return {
    id: server.id,
    term: server.currentTerm,
    leads: server.role === 'leader',
    commitIndex: server.commitIndex,
    log: server.log.entries,
    durableLog: disk.entries,
  };
}
