import type { LabTest } from './lab-test.ts';
import { backup } from './tests/backup.ts';
import { basicAgree } from './tests/basic-agree.ts';
import { concurrentStarts } from './tests/concurrent-starts.ts';
import { count } from './tests/count.ts';
import { failAgree } from './tests/fail-agree.ts';
import { failNoAgree } from './tests/fail-no-agree.ts';
import { figure8 } from './tests/figure-8.ts';
import { figure8Unreliable } from './tests/figure-8-unreliable.ts';
import { followerFailure } from './tests/follower-failure.ts';
import { initialElection } from './tests/initial-election.ts';
import { leaderFailure } from './tests/leader-failure.ts';
import { manyElections } from './tests/many-elections.ts';
import { persist1 } from './tests/persist-1.ts';
import { persist2 } from './tests/persist-2.ts';
import { persist3 } from './tests/persist-3.ts';
import { reElection } from './tests/re-election.ts';
import { rejoin } from './tests/rejoin.ts';
import { reliableChurn } from './tests/reliable-churn.ts';
import { rpcBytes } from './tests/rpc-bytes.ts';
import { snapshotAllCrash } from './tests/snapshot-all-crash.ts';
import { snapshotBasic } from './tests/snapshot-basic.ts';
import { snapshotInit } from './tests/snapshot-init.ts';
import { snapshotInstall } from './tests/snapshot-install.ts';
import { snapshotInstallCrash } from './tests/snapshot-install-crash.ts';
import { snapshotInstallUnCrash } from './tests/snapshot-install-uncrash.ts';
import { snapshotInstallUnreliable } from './tests/snapshot-install-unreliable.ts';
import { unreliableAgree } from './tests/unreliable-agree.ts';
import { unreliableChurn } from './tests/unreliable-churn.ts';

/** The lab's tests by part, in the lab's order. A new test is one file and one line here. */
export const labTests: { readonly [Part in '2A' | '2B' | '2C' | '2D']: readonly LabTest[] } = {
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
  '2C': [
    persist1,
    persist2,
    persist3,
    figure8,
    unreliableAgree,
    figure8Unreliable,
    reliableChurn,
    unreliableChurn,
  ],
  '2D': [
    snapshotBasic,
    snapshotInstall,
    snapshotInstallUnreliable,
    snapshotInstallCrash,
    snapshotInstallUnCrash,
    snapshotAllCrash,
    snapshotInit,
  ],
};

const byName: ReadonlyMap<string, LabTest> = new Map(
  Object.values(labTests)
    .flat()
    .map((test) => [test.name, test]),
);

/** The test with exactly this name. */
export function findLabTest(name: string): LabTest | undefined {
  return byName.get(name);
}
