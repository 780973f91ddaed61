/**
 * How often a screened run exercised each part of Raft, under the names that campaigns count them
 * by. What no lab test has (reads, transfers, changes of membership) is not among them.
 */
export interface Reached {
  election: number;
  'vote-granted': number;
  'vote-denied-stale-term': number;
  'vote-denied-already-voted': number;
  'vote-denied-log-behind': number;
  'leader-elected': number;
  'candidate-yields': number;
  'leader-deposed': number;
  'quorum-lost': number;
  'append-refused-stale-term': number;
  'append-refused-short-log': number;
  'append-refused-conflict': number;
  'log-truncated': number;
  'entry-proposed': number;
  'commit-by-counting': number;
  'commit-learned': number;
  'restart-with-state': number;
  'snapshot-taken': number;
  'snapshot-installed': number;
  'message-lost': number;
  crash: number;
  fault: number;
}

/** Nothing reached yet. */
export function nothingReached(): Reached {
  return {
    election: 0,
    'vote-granted': 0,
    'vote-denied-stale-term': 0,
    'vote-denied-already-voted': 0,
    'vote-denied-log-behind': 0,
    'leader-elected': 0,
    'candidate-yields': 0,
    'leader-deposed': 0,
    'quorum-lost': 0,
    'append-refused-stale-term': 0,
    'append-refused-short-log': 0,
    'append-refused-conflict': 0,
    'log-truncated': 0,
    'entry-proposed': 0,
    'commit-by-counting': 0,
    'commit-learned': 0,
    'restart-with-state': 0,
    'snapshot-taken': 0,
    'snapshot-installed': 0,
    'message-lost': 0,
    crash: 0,
    fault: 0,
  };
}
