import type { Rule } from './rule.ts';
import { appendFromLeaderOnly } from './rules/append-from-leader-only.ts';
import { applyOrder } from './rules/apply-order.ts';
import { beyondLast } from './rules/beyond-last.ts';
import { commitMonotonic } from './rules/commit-monotonic.ts';
import { doubleVote } from './rules/double-vote.ts';
import { electionLivelock } from './rules/election-livelock.ts';
import { electionSafety } from './rules/election-safety.ts';
import { figure8 } from './rules/figure-8.ts';
import { higherTermIgnored } from './rules/higher-term-ignored.ts';
import { leaderAppendOnly } from './rules/leader-append-only.ts';
import { leaderCompleteness } from './rules/leader-completeness.ts';
import { legalRoleEdges } from './rules/legal-role-edges.ts';
import { lockCycle } from './rules/lock-cycle.ts';
import { lockKept } from './rules/lock-kept.ts';
import { logMatching } from './rules/log-matching.ts';
import { minorityLeader } from './rules/minority-leader.ts';
import { noLeader } from './rules/no-leader.ts';
import { noQuorumCommit } from './rules/no-quorum-commit.ts';
import { staleCandidateVote } from './rules/stale-candidate-vote.ts';
import { staleLeader } from './rules/stale-leader.ts';
import { stateMachineSafety } from './rules/state-machine-safety.ts';
import { termMonotonic } from './rules/term-monotonic.ts';
import { truncatesCommitted } from './rules/truncates-committed.ts';

/**
 * Every rule, in the order of reports: safety, each server by itself, messages, locks, liveness.
 * A new rule is a file in `rules/` and a line here.
 */
export const rules: readonly Rule[] = [
  electionSafety,
  doubleVote,
  staleCandidateVote,
  minorityLeader,
  logMatching,
  leaderAppendOnly,
  leaderCompleteness,
  stateMachineSafety,
  noQuorumCommit,
  figure8,
  truncatesCommitted,
  beyondLast,
  termMonotonic,
  commitMonotonic,
  applyOrder,
  legalRoleEdges,
  higherTermIgnored,
  appendFromLeaderOnly,
  lockCycle,
  lockKept,
  staleLeader,
  electionLivelock,
  noLeader,
];

/** The rule with this id or short code, whatever its case. */
export function findRule(name: string): Rule | undefined {
  const wanted = name.toLowerCase();
  return rules.find(({ id, code }) => id === wanted || code.toLowerCase() === wanted);
}
