import type { Cause } from '../cause.ts';

/** A new leader waits before its first heartbeat. */
export const noHeartbeatOnVictory: Cause = {
  name: 'no-heartbeat-on-victory',
  title: 'A new leader waits before its first heartbeat',
  harmless: false,
  explains: [],
  story:
    'The first AppendEntries goes out one heartbeat interval after the election. Where that ' +
    'interval is short beside the election timeout little happens; else other servers stand ' +
    'meanwhile, and elections follow each other. The winner speaks to all at once (Raft ' +
    '§5.2).',
  explain: () => undefined,
};
