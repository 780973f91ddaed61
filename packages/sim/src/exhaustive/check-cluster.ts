import type { Entry } from '@raftlens/core';
import type { Facts } from './facts.ts';
import type { Committed } from './history.ts';
import type { Violation } from './violation.ts';

/** What must hold in every state of a cluster. */
export function checkCluster(
  servers: readonly Facts[],
  committed: readonly Committed[],
): Violation | undefined {
  return (
    checkLogMatching(servers) ??
    checkDurableMajority(servers, committed) ??
    checkLeaderCompleteness(servers, committed)
  );
}

/** Log Matching (Raft Figure 3): an entry of equal index and term ends equal logs. */
function checkLogMatching(servers: readonly Facts[]): Violation | undefined {
  for (const one of servers) {
    for (const other of servers) {
      if (one === other) break;
      const index = mismatchBelowAgreement(one.log, other.log);
      if (index === undefined) continue;
      const where = `at index ${index}, though a later term agrees`;
      return {
        property: 'log-matching',
        message: `${other.id} and ${one.id} differ ${where}`,
      };
    }
  }
  return undefined;
}

/** The last index that differs though a term at or after it agrees; undefined for none. */
function mismatchBelowAgreement(
  one: readonly Entry[],
  other: readonly Entry[],
): number | undefined {
  let agreed = false;
  for (let at = Math.min(one.length, other.length) - 1; at >= 0; at -= 1) {
    agreed ||= one[at]?.term === other[at]?.term;
    if (agreed && !sameEntry(one[at], other[at])) return at + 1;
  }
  return undefined;
}

/** What was applied anywhere stays in the storage of a majority (Raft §5.3, Figure 2). */
function checkDurableMajority(
  servers: readonly Facts[],
  committed: readonly Committed[],
): Violation | undefined {
  for (let at = committed.length - 1; at >= 0; at -= 1) {
    const entry = committed[at]?.entry;
    let holders = 0;
    for (const { durableLog } of servers) if (sameEntry(durableLog[at], entry)) holders += 1;
    if (2 * holders > servers.length) continue;
    const what = `index ${at + 1} durably, which was committed`;
    return {
      property: 'no-quorum-commit',
      message: `${holders} of ${servers.length} hold ${what}`,
    };
  }
  return undefined;
}

/** Leader Completeness (Raft Figure 3): leaders of later terms have what was committed. */
function checkLeaderCompleteness(
  servers: readonly Facts[],
  committed: readonly Committed[],
): Violation | undefined {
  for (const { id, leads, term, log } of servers) {
    if (!leads) continue;
    for (const [at, { entry, inTerm }] of committed.entries()) {
      if (term <= inTerm || sameEntry(log[at], entry)) continue;
      const what = `index ${at + 1}, committed in term ${inTerm}`;
      return {
        property: 'leader-completeness',
        message: `${id}, leader of term ${term}, lacks ${what}`,
      };
    }
  }
  return undefined;
}

function sameEntry(one: Entry | undefined, other: Entry | undefined): boolean {
  return one?.term === other?.term && one?.hash === other?.hash;
}
