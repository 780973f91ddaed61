import type { ClusterSettings, EntryId, FieldSpec } from './field-types.ts';

/** The members of one of the `entries` of a field. */
export const entryFields: Readonly<Record<keyof EntryId, FieldSpec>> = {
  term: { type: 'integer', doc: 'the term that the entry was created in', required: true },
  hash: { type: 'text', doc: 'a 64-bit hash of its command, hex' },
};

/** The members of the `config` of `trace.started`. */
export const settingsFields: Readonly<Record<keyof ClusterSettings, FieldSpec>> = {
  electionTimeoutMs: { type: 'range', doc: 'shortest and longest election timeout, ms' },
  heartbeatIntervalMs: { type: 'number', doc: 'time between two heartbeats, ms' },
  preVote: { type: 'flag', doc: 'whether servers ask before they campaign (thesis §9.6)' },
  leaseDriftMs: {
    type: 'number',
    doc: 'leases end so much before the shortest election timeout, ms; absent without leases',
  },
  checkQuorum: { type: 'flag', doc: 'whether a leader that hears no majority steps down' },
};
