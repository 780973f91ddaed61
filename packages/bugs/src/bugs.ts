import type { Bug } from './bug.ts';
import { ackBeforeSave } from './patches/ack-before-save.ts';
import { ackCountsNewOnly } from './patches/ack-counts-new-only.ts';
import { ackFreesOne } from './patches/ack-frees-one.ts';
import { ackOwnLast } from './patches/ack-own-last.ts';
import { answerBegetsAppend } from './patches/answer-begets-append.ts';
import { appendEntriesKeepsVote } from './patches/append-entries-keeps-vote.ts';
import { appendKeepsTimer } from './patches/append-keeps-timer.ts';
import { appendResponseTermIgnored } from './patches/append-response-term-ignored.ts';
import { applyNewestOnly } from './patches/apply-newest-only.ts';
import { batchSkipsEntries } from './patches/batch-skips-entries.ts';
import { blockingSendUnderLock } from './patches/blocking-send-under-lock.ts';
import { candidateClaimsOwnTerm } from './patches/candidate-claims-own-term.ts';
import { candidateForgetsOwnVote } from './patches/candidate-forgets-own-vote.ts';
import { candidateIgnoresLeader } from './patches/candidate-ignores-leader.ts';
import { candidateKeepsTerm } from './patches/candidate-keeps-term.ts';
import { candidateNeverRetries } from './patches/candidate-never-retries.ts';
import { candidateOffersCommitIndex } from './patches/candidate-offers-commit-index.ts';
import { candidateReturnsToOldLeader } from './patches/candidate-returns-to-old-leader.ts';
import { changeAskedOfFollower } from './patches/change-asked-of-follower.ts';
import { changeBeforeOwnCommit } from './patches/change-before-own-commit.ts';
import { changeManyAtOnce } from './patches/change-many-at-once.ts';
import { commitByTwo } from './patches/commit-by-two.ts';
import { commitFalls } from './patches/commit-falls.ts';
import { commitNeedsAll } from './patches/commit-needs-all.ts';
import { commitNeedsLast } from './patches/commit-needs-last.ts';
import { commitOldTerm } from './patches/commit-old-term.ts';
import { commitOnRestart } from './patches/commit-on-restart.ts';
import { commitScanStopsAtOldTerm } from './patches/commit-scan-stops-at-old-term.ts';
import { commitToOwnLast } from './patches/commit-to-own-last.ts';
import { commitWithoutMinimum } from './patches/commit-without-minimum.ts';
import { compactedPrefixAppended } from './patches/compacted-prefix-appended.ts';
import { compactedTermForgotten } from './patches/compacted-term-forgotten.ts';
import { configurationOnCommit } from './patches/configuration-on-commit.ts';
import { configurationPlacedBehind } from './patches/configuration-placed-behind.ts';
import { conflictKeepsTail } from './patches/conflict-keeps-tail.ts';
import { conflictKept } from './patches/conflict-kept.ts';
import { contactWhenSent } from './patches/contact-when-sent.ts';
import { deposedLeaderNeverWaits } from './patches/deposed-leader-never-waits.ts';
import { deposedLeaderProposes } from './patches/deposed-leader-proposes.ts';
import { disruptiveServerHeard } from './patches/disruptive-server-heard.ts';
import { duplicateVoteCounts } from './patches/duplicate-vote-counts.ts';
import { durablePastTruncation } from './patches/durable-past-truncation.ts';
import { earlyReturnKeepsLock } from './patches/early-return-keeps-lock.ts';
import { entriesSharedWithLog } from './patches/entries-shared-with-log.ts';
import { fixedElectionTimeout } from './patches/fixed-election-timeout.ts';
import { followerReadsOwnCommit } from './patches/follower-reads-own-commit.ts';
import { followersKeepConfiguration } from './patches/followers-keep-configuration.ts';
import { gapAccepted } from './patches/gap-accepted.ts';
import { grantKeepsTimer } from './patches/grant-keeps-timer.ts';
import { heartbeatLoopPerWin } from './patches/heartbeat-loop-per-win.ts';
import { heartbeatNotChecked } from './patches/heartbeat-not-checked.ts';
import { heartbeatsTooOften } from './patches/heartbeats-too-often.ts';
import { heartbeatsTooRare } from './patches/heartbeats-too-rare.ts';
import { hintPointsForward } from './patches/hint-points-forward.ts';
import { inflightNeverFreed } from './patches/inflight-never-freed.ts';
import { jointCountsOldHalf } from './patches/joint-counts-old-half.ts';
import { jointCountsUnion } from './patches/joint-counts-union.ts';
import { jointNeverLeft } from './patches/joint-never-left.ts';
import { lateVoteWinsAgain } from './patches/late-vote-wins-again.ts';
import { leaderCommitsAlone } from './patches/leader-commits-alone.ts';
import { leaderCountsUnsynced } from './patches/leader-counts-unsynced.ts';
import { leaderDropsUncommitted } from './patches/leader-drops-uncommitted.ts';
import { leaderGrantsVote } from './patches/leader-grants-vote.ts';
import { leaderKeepsElectionTimer } from './patches/leader-keeps-election-timer.ts';
import { learnerCampaigns } from './patches/learner-campaigns.ts';
import { learnersCount } from './patches/learners-count.ts';
import { leaseBackAfterTransfer } from './patches/lease-back-after-transfer.ts';
import { leaseByOnePeer } from './patches/lease-by-one-peer.ts';
import { leaseFromAnswer } from './patches/lease-from-answer.ts';
import { leaseSurvivesTransfer } from './patches/lease-survives-transfer.ts';
import { leaseTooLong } from './patches/lease-too-long.ts';
import { loneVoteOfOldTerm } from './patches/lone-vote-of-old-term.ts';
import { lostSnapshotPauses } from './patches/lost-snapshot-pauses.ts';
import { matchFalls } from './patches/match-falls.ts';
import { matchIsLength } from './patches/match-is-length.ts';
import { matchKeptAcrossTerms } from './patches/match-kept-across-terms.ts';
import { nextIndexBelowMatch } from './patches/next-index-below-match.ts';
import { noCheckQuorum } from './patches/no-check-quorum.ts';
import { noHeartbeatOnVictory } from './patches/no-heartbeat-on-victory.ts';
import { noOpOfOldTerm } from './patches/no-op-of-old-term.ts';
import { noPersistCandidacy } from './patches/no-persist-candidacy.ts';
import { noPersistGrant } from './patches/no-persist-grant.ts';
import { noPersistLog } from './patches/no-persist-log.ts';
import { noPersistTerm } from './patches/no-persist-term.ts';
import { noPersistVote } from './patches/no-persist-vote.ts';
import { noUpToDateCheck } from './patches/no-up-to-date-check.ts';
import { noVotedForCheck } from './patches/no-voted-for-check.ts';
import { oldAppendAccepted } from './patches/old-append-accepted.ts';
import { oldSnapshotInstalled } from './patches/old-snapshot-installed.ts';
import { oneStepBack } from './patches/one-step-back.ts';
import { pausedPeerUnheard } from './patches/paused-peer-unheard.ts';
import { preCandidatesRefuse } from './patches/pre-candidates-refuse.ts';
import { preVoteAnswerTermIgnored } from './patches/pre-vote-answer-term-ignored.ts';
import { preVoteBinds } from './patches/pre-vote-binds.ts';
import { preVoteCountsRefusals } from './patches/pre-vote-counts-refusals.ts';
import { preVoteIgnoresLeader } from './patches/pre-vote-ignores-leader.ts';
import { preVoteRaisesTerm } from './patches/pre-vote-raises-term.ts';
import { prevTermOfNext } from './patches/prev-term-of-next.ts';
import { previousTermNotCompared } from './patches/previous-term-not-compared.ts';
import { proposalsDuringTransfer } from './patches/proposals-during-transfer.ts';
import { quorumCheckByNewHalf } from './patches/quorum-check-by-new-half.ts';
import { quorumHalf } from './patches/quorum-half.ts';
import { quorumWindowDoubled } from './patches/quorum-window-doubled.ts';
import { readBeforeApplied } from './patches/read-before-applied.ts';
import { readBeforeOwnCommit } from './patches/read-before-own-commit.ts';
import { readConfirmedByOldRound } from './patches/read-confirmed-by-old-round.ts';
import { readWithoutQuorum } from './patches/read-without-quorum.ts';
import { rejectionCounts } from './patches/rejection-counts.ts';
import { rejectionRevertsTerm } from './patches/rejection-reverts-term.ts';
import { rejectionStartsOver } from './patches/rejection-starts-over.ts';
import { removedLeaderStays } from './patches/removed-leader-stays.ts';
import { replyWithRequestTerm } from './patches/reply-with-request-term.ts';
import { requestVoteKeepsRole } from './patches/request-vote-keeps-role.ts';
import { requestVoteLeaderKeepsRole } from './patches/request-vote-leader-keeps-role.ts';
import { requestVoteResetsTimer } from './patches/request-vote-resets-timer.ts';
import { restartForgetsConfiguration } from './patches/restart-forgets-configuration.ts';
import { restartForgetsLeader } from './patches/restart-forgets-leader.ts';
import { restartIgnoresSnapshot } from './patches/restart-ignores-snapshot.ts';
import { snapshotAcksWholeLog } from './patches/snapshot-acks-whole-log.ts';
import { snapshotDiscardsTail } from './patches/snapshot-discards-tail.ts';
import { snapshotIgnoredByLongerLog } from './patches/snapshot-ignored-by-longer-log.ts';
import { snapshotKeepsConflictingTail } from './patches/snapshot-keeps-conflicting-tail.ts';
import { snapshotKeepsOwnConfiguration } from './patches/snapshot-keeps-own-configuration.ts';
import { snapshotLosesJoint } from './patches/snapshot-loses-joint.ts';
import { snapshotNamesNewestConfiguration } from './patches/snapshot-names-newest-configuration.ts';
import { snapshotNotSaved } from './patches/snapshot-not-saved.ts';
import { snapshotOfLastTerm } from './patches/snapshot-of-last-term.ts';
import { snapshotOverwritesVote } from './patches/snapshot-overwrites-vote.ts';
import { snapshotSkipsRest } from './patches/snapshot-skips-rest.ts';
import { staleAck } from './patches/stale-ack.ts';
import { staleAppendResetsTimer } from './patches/stale-append-resets-timer.ts';
import { staleHeartbeatLoop } from './patches/stale-heartbeat-loop.ts';
import { staleRequestVoteGranted } from './patches/stale-request-vote-granted.ts';
import { staleSnapshotAck } from './patches/stale-snapshot-ack.ts';
import { staleVote } from './patches/stale-vote.ts';
import { staleVoteRoleChecked } from './patches/stale-vote-role-checked.ts';
import { stepDownClearsVote } from './patches/step-down-clears-vote.ts';
import { stepDownDropsTail } from './patches/step-down-drops-tail.ts';
import { swapInOneStep } from './patches/swap-in-one-step.ts';
import { termFromSnapshot } from './patches/term-from-snapshot.ts';
import { timeoutNowOfOldTerm } from './patches/timeout-now-of-old-term.ts';
import { transferBeforeCaughtUp } from './patches/transfer-before-caught-up.ts';
import { transferByPreVote } from './patches/transfer-by-pre-vote.ts';
import { transferNeverEnds } from './patches/transfer-never-ends.ts';
import { transferToRemoved } from './patches/transfer-to-removed.ts';
import { truncateAlways } from './patches/truncate-always.ts';
import { truncationKeepsConfiguration } from './patches/truncation-keeps-configuration.ts';
import { truncationNotSaved } from './patches/truncation-not-saved.ts';
import { twoAppliers } from './patches/two-appliers.ts';
import { twoChangesInFlight } from './patches/two-changes-in-flight.ts';
import { upToDateByBoth } from './patches/up-to-date-by-both.ts';
import { upToDateByLength } from './patches/up-to-date-by-length.ts';
import { upToDateByTerm } from './patches/up-to-date-by-term.ts';
import { upToDateStrictly } from './patches/up-to-date-strictly.ts';
import { voteForFirstIsNone } from './patches/vote-for-first-is-none.ts';
import { voteResponseTermIgnored } from './patches/vote-response-term-ignored.ts';
import { votesCarriedOver } from './patches/votes-carried-over.ts';
import { votesWithoutSelf } from './patches/votes-without-self.ts';

/** Every bug that `raft-loop --bug` knows. A new one is one file and one line here. */
export const bugs: readonly Bug[] = [
  staleVote,
  requestVoteKeepsRole,
  requestVoteLeaderKeepsRole,
  appendEntriesKeepsVote,
  noCheckQuorum,
  staleHeartbeatLoop,
  staleVoteRoleChecked,
  lateVoteWinsAgain,
  duplicateVoteCounts,
  noVotedForCheck,
  leaderGrantsVote,
  stepDownClearsVote,
  voteForFirstIsNone,
  noPersistVote,
  noPersistTerm,
  noPersistCandidacy,
  noPersistGrant,
  noPersistLog,
  ackBeforeSave,
  truncationNotSaved,
  heartbeatLoopPerWin,
  appendResponseTermIgnored,
  voteResponseTermIgnored,
  candidateIgnoresLeader,
  candidateNeverRetries,
  requestVoteResetsTimer,
  staleAppendResetsTimer,
  grantKeepsTimer,
  appendKeepsTimer,
  leaderKeepsElectionTimer,
  fixedElectionTimeout,
  candidateKeepsTerm,
  candidateForgetsOwnVote,
  votesCarriedOver,
  votesWithoutSelf,
  staleRequestVoteGranted,
  noUpToDateCheck,
  upToDateByLength,
  upToDateByTerm,
  upToDateByBoth,
  upToDateStrictly,
  quorumHalf,
  oldAppendAccepted,
  candidateReturnsToOldLeader,
  heartbeatNotChecked,
  previousTermNotCompared,
  gapAccepted,
  truncateAlways,
  conflictKeepsTail,
  conflictKept,
  hintPointsForward,
  nextIndexBelowMatch,
  rejectionRevertsTerm,
  commitOldTerm,
  commitFalls,
  commitByTwo,
  leaderCommitsAlone,
  commitNeedsAll,
  commitScanStopsAtOldTerm,
  commitWithoutMinimum,
  commitToOwnLast,
  commitOnRestart,
  matchIsLength,
  ackOwnLast,
  matchFalls,
  rejectionCounts,
  staleAck,
  matchKeptAcrossTerms,
  replyWithRequestTerm,
  noHeartbeatOnVictory,
  deposedLeaderProposes,
  stepDownDropsTail,
  twoAppliers,
  applyNewestOnly,
  leaderDropsUncommitted,
  oldSnapshotInstalled,
  snapshotDiscardsTail,
  snapshotKeepsConflictingTail,
  termFromSnapshot,
  staleSnapshotAck,
  compactedPrefixAppended,
  restartIgnoresSnapshot,
  snapshotNotSaved,
  changeBeforeOwnCommit,
  twoChangesInFlight,
  changeManyAtOnce,
  learnersCount,
  learnerCampaigns,
  truncationKeepsConfiguration,
  configurationOnCommit,
  snapshotLosesJoint,
  jointCountsUnion,
  removedLeaderStays,
  followersKeepConfiguration,
  jointNeverLeft,
  heartbeatsTooRare,
  preVoteBinds,
  batchSkipsEntries,
  entriesSharedWithLog,
  leaderCountsUnsynced,
  durablePastTruncation,
  timeoutNowOfOldTerm,
  transferToRemoved,
  transferBeforeCaughtUp,
  transferNeverEnds,
  proposalsDuringTransfer,
  lostSnapshotPauses,
  inflightNeverFreed,
  snapshotOverwritesVote,
  preCandidatesRefuse,
  compactedTermForgotten,
  pausedPeerUnheard,
  disruptiveServerHeard,
  preVoteIgnoresLeader,
  preVoteRaisesTerm,
  readBeforeOwnCommit,
  readWithoutQuorum,
  readConfirmedByOldRound,
  readBeforeApplied,
  leaseTooLong,
  leaseFromAnswer,
  leaseSurvivesTransfer,
  blockingSendUnderLock,
  earlyReturnKeepsLock,
  ackCountsNewOnly,
  deposedLeaderNeverWaits,
  preVoteCountsRefusals,
  preVoteAnswerTermIgnored,
  quorumWindowDoubled,
  contactWhenSent,
  leaseByOnePeer,
  followerReadsOwnCommit,
  jointCountsOldHalf,
  restartForgetsConfiguration,
  snapshotKeepsOwnConfiguration,
  snapshotNamesNewestConfiguration,
  snapshotAcksWholeLog,
  snapshotIgnoredByLongerLog,
  snapshotOfLastTerm,
  snapshotSkipsRest,
  ackFreesOne,
  transferByPreVote,
  noOpOfOldTerm,
  candidateClaimsOwnTerm,
  candidateOffersCommitIndex,
  heartbeatsTooOften,
  answerBegetsAppend,
  rejectionStartsOver,
  oneStepBack,
  commitNeedsLast,
  restartForgetsLeader,
  leaseBackAfterTransfer,
  prevTermOfNext,
  quorumCheckByNewHalf,
  loneVoteOfOldTerm,
  changeAskedOfFollower,
  swapInOneStep,
  configurationPlacedBehind,
];
