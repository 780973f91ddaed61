import type { LabTest } from './lab-test.ts';
import { backup } from './tests/backup.ts';
import { basicAgree } from './tests/basic-agree.ts';
import { concurrentStarts } from './tests/concurrent-starts.ts';
import { count } from './tests/count.ts';
import { failAgree } from './tests/fail-agree.ts';
import { failNoAgree } from './tests/fail-no-agree.ts';
import { followerFailure } from './tests/follower-failure.ts';
import { initialElection } from './tests/initial-election.ts';
import { leaderFailure } from './tests/leader-failure.ts';
import { manyElections } from './tests/many-elections.ts';
import { reElection } from './tests/re-election.ts';
import { rejoin } from './tests/rejoin.ts';
import { rpcBytes } from './tests/rpc-bytes.ts';

/** The lab's tests by part, in the lab's order. A new test is one file and one line here. */
export const labTests: { readonly [Part in '2A' | '2B']: readonly LabTest[] } = {
  '2A': [initialElection, reElection, manyElections],
  '2B': [
    basicAgree,
    rpcBytes,
    followerFailure,
    leaderFailure,
    failAgree,
    failNoAgree,
    concurrentStarts,
    rejoin,
    backup,
    count,
  ],
};
