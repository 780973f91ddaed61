import type { Rule } from './rule.ts';
import { amnesia } from './rules/amnesia.ts';
import { appendFromLeaderOnly } from './rules/append-from-leader-only.ts';
import { appendReplyCommit } from './rules/append-reply-commit.ts';
import { appendTellsTruth } from './rules/append-tells-truth.ts';
import { applyOrder } from './rules/apply-order.ts';
import { applyStall } from './rules/apply-stall.ts';
import { asymmetricLink } from './rules/asymmetric-link.ts';
import { backoffStuck } from './rules/backoff-stuck.ts';
import { beyondLast } from './rules/beyond-last.ts';
import { campaignUnappliedConfig } from './rules/campaign-unapplied-config.ts';
import { changeBeforeOwnCommit } from './rules/change-before-own-commit.ts';
import { commitMonotonic } from './rules/commit-monotonic.ts';
import { commitNotDurable } from './rules/commit-not-durable.ts';
import { commitStall } from './rules/commit-stall.ts';
import { committedConfiguration } from './rules/committed-configuration.ts';
import { configInUse } from './rules/config-in-use.ts';
import { disruptiveServer } from './rules/disruptive-server.ts';
import { divergenceUnhealed } from './rules/divergence-unhealed.ts';
import { doubleVote } from './rules/double-vote.ts';
import { duplicateApply } from './rules/duplicate-apply.ts';
import { electionLivelock } from './rules/election-livelock.ts';
import { electionSafety } from './rules/election-safety.ts';
import { figure8 } from './rules/figure-8.ts';
import { flapping } from './rules/flapping.ts';
import { higherTermIgnored } from './rules/higher-term-ignored.ts';
import { jointMajorities } from './rules/joint-majorities.ts';
import { lateHeartbeat } from './rules/late-heartbeat.ts';
import { leaderAppendOnly } from './rules/leader-append-only.ts';
import { leaderCompleteness } from './rules/leader-completeness.ts';
import { leaderVotesItself } from './rules/leader-votes-itself.ts';
import { learnerActs } from './rules/learner-acts.ts';
import { leaseRead } from './rules/lease-read.ts';
import { legalRoleEdges } from './rules/legal-role-edges.ts';
import { linearizable } from './rules/linearizable.ts';
import { lockCycle } from './rules/lock-cycle.ts';
import { lockKept } from './rules/lock-kept.ts';
import { logMatching } from './rules/log-matching.ts';
import { logTermsOrdered } from './rules/log-terms-ordered.ts';
import { lostAck } from './rules/lost-ack.ts';
import { matchMonotonic } from './rules/match-monotonic.ts';
import { minorityLeader } from './rules/minority-leader.ts';
import { noLeader } from './rules/no-leader.ts';
import { noQuorumCommit } from './rules/no-quorum-commit.ts';
import { oldTermRpcAccepted } from './rules/old-term-rpc-accepted.ts';
import { oneChangeAtATime } from './rules/one-change-at-a-time.ts';
import { phantomContact } from './rules/phantom-contact.ts';
import { quorumLostEntry } from './rules/quorum-lost-entry.ts';
import { readIndex } from './rules/read-index.ts';
import { receiveWithoutSend } from './rules/receive-without-send.ts';
import { removedLeaderCounts } from './rules/removed-leader-counts.ts';
import { replyBeforePersist } from './rules/reply-before-persist.ts';
import { rpcBudget } from './rules/rpc-budget.ts';
import { selfVoteFirst } from './rules/self-vote-first.ts';
import { shortenedBySuccess } from './rules/shortened-by-success.ts';
import { singleServerStep } from './rules/single-server-step.ts';
import { snapshotConfiguration } from './rules/snapshot-configuration.ts';
import { snapshotLoop } from './rules/snapshot-loop.ts';
import { snapshotRegress } from './rules/snapshot-regress.ts';
import { staleCandidateVote } from './rules/stale-candidate-vote.ts';
import { staleLeader } from './rules/stale-leader.ts';
import { staleReplyUsed } from './rules/stale-reply-used.ts';
import { stateMachineSafety } from './rules/state-machine-safety.ts';
import { stuckJoint } from './rules/stuck-joint.ts';
import { termAboveOwn } from './rules/term-above-own.ts';
import { termInflation } from './rules/term-inflation.ts';
import { termMonotonic } from './rules/term-monotonic.ts';
import { testFailed } from './rules/test-failed.ts';
import { timerMisuse } from './rules/timer-misuse.ts';
import { truncatesCommitted } from './rules/truncates-committed.ts';
import { voteClearedOnlyByTerm } from './rules/vote-cleared-only-by-term.ts';

/**
 * Every rule, in the order of reports: safety, each server by itself, messages, membership,
 * reads, locks, liveness.
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
  commitNotDurable,
  replyBeforePersist,
  amnesia,
  quorumLostEntry,
  beyondLast,
  termMonotonic,
  commitMonotonic,
  applyOrder,
  logTermsOrdered,
  snapshotRegress,
  legalRoleEdges,
  selfVoteFirst,
  matchMonotonic,
  leaderVotesItself,
  termAboveOwn,
  oldTermRpcAccepted,
  higherTermIgnored,
  appendFromLeaderOnly,
  // Behind the two rules that name what it mostly follows from.
  voteClearedOnlyByTerm,
  appendReplyCommit,
  appendTellsTruth,
  shortenedBySuccess,
  staleReplyUsed,
  receiveWithoutSend,
  backoffStuck,
  phantomContact,
  oneChangeAtATime,
  changeBeforeOwnCommit,
  jointMajorities,
  singleServerStep,
  configInUse,
  committedConfiguration,
  snapshotConfiguration,
  removedLeaderCounts,
  learnerActs,
  campaignUnappliedConfig,
  readIndex,
  leaseRead,
  lostAck,
  duplicateApply,
  linearizable,
  lockCycle,
  lockKept,
  staleLeader,
  electionLivelock,
  noLeader,
  commitStall,
  divergenceUnhealed,
  applyStall,
  disruptiveServer,
  asymmetricLink,
  timerMisuse,
  lateHeartbeat,
  flapping,
  termInflation,
  snapshotLoop,
  rpcBudget,
  stuckJoint,
  testFailed,
];

/**
 * The rules by which a run can fail, for a hunt: what the others say of a run is asked only once it
 * has failed.
 */
export const huntRules: readonly Rule[] = rules.filter(
  ({ severity, mayViolate }) => severity === 'violation' || mayViolate === true,
);

/** The rule with this id or short code, whatever its case. */
export function findRule(name: string): Rule | undefined {
  const wanted = name.toLowerCase();
  return rules.find(({ id, code }) => id === wanted || code.toLowerCase() === wanted);
}
