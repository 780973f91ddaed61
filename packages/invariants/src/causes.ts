import type { Cause } from './cause.ts';
import { ackBeforeSave } from './causes/ack-before-save.ts';
import { ackCountsNewOnly } from './causes/ack-counts-new-only.ts';
import { ackFreesOne } from './causes/ack-frees-one.ts';
import { ackOwnLast } from './causes/ack-own-last.ts';
import { answerBegetsAppend } from './causes/answer-begets-append.ts';
import { appendEntriesKeepsVote } from './causes/append-entries-keeps-vote.ts';
import { appendKeepsTimer } from './causes/append-keeps-timer.ts';
import { appendResponseTermIgnored } from './causes/append-response-term-ignored.ts';
import { applyNewestOnly } from './causes/apply-newest-only.ts';
import { batchSkipsEntries } from './causes/batch-skips-entries.ts';
import { blockingSendUnderLock } from './causes/blocking-send-under-lock.ts';
import { candidateClaimsOwnTerm } from './causes/candidate-claims-own-term.ts';
import { candidateForgetsOwnVote } from './causes/candidate-forgets-own-vote.ts';
import { candidateIgnoresLeader } from './causes/candidate-ignores-leader.ts';
import { candidateKeepsTerm } from './causes/candidate-keeps-term.ts';
import { candidateNeverRetries } from './causes/candidate-never-retries.ts';
import { candidateOffersCommitIndex } from './causes/candidate-offers-commit-index.ts';
import { candidateReturnsToOldLeader } from './causes/candidate-returns-to-old-leader.ts';
import { changeAskedOfFollower } from './causes/change-asked-of-follower.ts';
import { changeBeforeOwnCommit } from './causes/change-before-own-commit.ts';
import { changeManyAtOnce } from './causes/change-many-at-once.ts';
import { commitByTwo } from './causes/commit-by-two.ts';
import { commitFalls } from './causes/commit-falls.ts';
import { commitNeedsAll } from './causes/commit-needs-all.ts';
import { commitNeedsLast } from './causes/commit-needs-last.ts';
import { commitOldTerm } from './causes/commit-old-term.ts';
import { commitOnRestart } from './causes/commit-on-restart.ts';
import { commitScanStopsAtOldTerm } from './causes/commit-scan-stops-at-old-term.ts';
import { commitToOwnLast } from './causes/commit-to-own-last.ts';
import { commitWithoutMinimum } from './causes/commit-without-minimum.ts';
import { compactedPrefixAppended } from './causes/compacted-prefix-appended.ts';
import { compactedTermForgotten } from './causes/compacted-term-forgotten.ts';
import { configurationOnCommit } from './causes/configuration-on-commit.ts';
import { configurationPlacedBehind } from './causes/configuration-placed-behind.ts';
import { conflictKeepsTail } from './causes/conflict-keeps-tail.ts';
import { conflictKept } from './causes/conflict-kept.ts';
import { contactWhenSent } from './causes/contact-when-sent.ts';
import { deposedLeaderNeverWaits } from './causes/deposed-leader-never-waits.ts';
import { deposedLeaderProposes } from './causes/deposed-leader-proposes.ts';
import { disruptiveServerHeard } from './causes/disruptive-server-heard.ts';
import { duplicateVoteCounts } from './causes/duplicate-vote-counts.ts';
import { durablePastTruncation } from './causes/durable-past-truncation.ts';
import { earlyReturnKeepsLock } from './causes/early-return-keeps-lock.ts';
import { entriesSharedWithLog } from './causes/entries-shared-with-log.ts';
import { fixedElectionTimeout } from './causes/fixed-election-timeout.ts';
import { followerReadsOwnCommit } from './causes/follower-reads-own-commit.ts';
import { followersKeepConfiguration } from './causes/followers-keep-configuration.ts';
import { gapAccepted } from './causes/gap-accepted.ts';
import { grantKeepsTimer } from './causes/grant-keeps-timer.ts';
import { heartbeatLoopPerWin } from './causes/heartbeat-loop-per-win.ts';
import { heartbeatNotChecked } from './causes/heartbeat-not-checked.ts';
import { heartbeatsTooOften } from './causes/heartbeats-too-often.ts';
import { heartbeatsTooRare } from './causes/heartbeats-too-rare.ts';
import { hintPointsForward } from './causes/hint-points-forward.ts';
import { inflightNeverFreed } from './causes/inflight-never-freed.ts';
import { jointCountsOldHalf } from './causes/joint-counts-old-half.ts';
import { jointCountsUnion } from './causes/joint-counts-union.ts';
import { jointNeverLeft } from './causes/joint-never-left.ts';
import { lateVoteWinsAgain } from './causes/late-vote-wins-again.ts';
import { leaderCommitsAlone } from './causes/leader-commits-alone.ts';
import { leaderCountsUnsynced } from './causes/leader-counts-unsynced.ts';
import { leaderDropsUncommitted } from './causes/leader-drops-uncommitted.ts';
import { leaderGrantsVote } from './causes/leader-grants-vote.ts';
import { leaderKeepsElectionTimer } from './causes/leader-keeps-election-timer.ts';
import { learnerCampaigns } from './causes/learner-campaigns.ts';
import { learnersCount } from './causes/learners-count.ts';
import { leaseBackAfterTransfer } from './causes/lease-back-after-transfer.ts';
import { leaseByOnePeer } from './causes/lease-by-one-peer.ts';
import { leaseFromAnswer } from './causes/lease-from-answer.ts';
import { leaseSurvivesTransfer } from './causes/lease-survives-transfer.ts';
import { leaseTooLong } from './causes/lease-too-long.ts';
import { loneVoteOfOldTerm } from './causes/lone-vote-of-old-term.ts';
import { lostSnapshotPauses } from './causes/lost-snapshot-pauses.ts';
import { matchFalls } from './causes/match-falls.ts';
import { matchIsLength } from './causes/match-is-length.ts';
import { matchKeptAcrossTerms } from './causes/match-kept-across-terms.ts';
import { nextIndexBelowMatch } from './causes/next-index-below-match.ts';
import { noCheckQuorum } from './causes/no-check-quorum.ts';
import { noHeartbeatOnVictory } from './causes/no-heartbeat-on-victory.ts';
import { noOpOfOldTerm } from './causes/no-op-of-old-term.ts';
import { noPersistCandidacy } from './causes/no-persist-candidacy.ts';
import { noPersistGrant } from './causes/no-persist-grant.ts';
import { noPersistLog } from './causes/no-persist-log.ts';
import { noPersistTerm } from './causes/no-persist-term.ts';
import { noPersistVote } from './causes/no-persist-vote.ts';
import { noUpToDateCheck } from './causes/no-up-to-date-check.ts';
import { noVotedForCheck } from './causes/no-voted-for-check.ts';
import { oldAppendAccepted } from './causes/old-append-accepted.ts';
import { oldSnapshotInstalled } from './causes/old-snapshot-installed.ts';
import { oneStepBack } from './causes/one-step-back.ts';
import { pausedPeerUnheard } from './causes/paused-peer-unheard.ts';
import { preCandidatesRefuse } from './causes/pre-candidates-refuse.ts';
import { preVoteAnswerTermIgnored } from './causes/pre-vote-answer-term-ignored.ts';
import { preVoteBinds } from './causes/pre-vote-binds.ts';
import { preVoteCountsRefusals } from './causes/pre-vote-counts-refusals.ts';
import { preVoteIgnoresLeader } from './causes/pre-vote-ignores-leader.ts';
import { preVoteRaisesTerm } from './causes/pre-vote-raises-term.ts';
import { prevTermOfNext } from './causes/prev-term-of-next.ts';
import { previousTermNotCompared } from './causes/previous-term-not-compared.ts';
import { proposalsDuringTransfer } from './causes/proposals-during-transfer.ts';
import { quorumCheckByNewHalf } from './causes/quorum-check-by-new-half.ts';
import { quorumHalf } from './causes/quorum-half.ts';
import { quorumWindowDoubled } from './causes/quorum-window-doubled.ts';
import { readBeforeApplied } from './causes/read-before-applied.ts';
import { readBeforeOwnCommit } from './causes/read-before-own-commit.ts';
import { readConfirmedByOldRound } from './causes/read-confirmed-by-old-round.ts';
import { readWithoutQuorum } from './causes/read-without-quorum.ts';
import { rejectionCounts } from './causes/rejection-counts.ts';
import { rejectionRevertsTerm } from './causes/rejection-reverts-term.ts';
import { rejectionStartsOver } from './causes/rejection-starts-over.ts';
import { removedLeaderStays } from './causes/removed-leader-stays.ts';
import { replyWithRequestTerm } from './causes/reply-with-request-term.ts';
import { requestVoteKeepsRole } from './causes/request-vote-keeps-role.ts';
import { requestVoteLeaderKeepsRole } from './causes/request-vote-leader-keeps-role.ts';
import { requestVoteResetsTimer } from './causes/request-vote-resets-timer.ts';
import { restartForgetsConfiguration } from './causes/restart-forgets-configuration.ts';
import { restartForgetsLeader } from './causes/restart-forgets-leader.ts';
import { restartIgnoresSnapshot } from './causes/restart-ignores-snapshot.ts';
import { snapshotAcksWholeLog } from './causes/snapshot-acks-whole-log.ts';
import { snapshotDiscardsTail } from './causes/snapshot-discards-tail.ts';
import { snapshotIgnoredByLongerLog } from './causes/snapshot-ignored-by-longer-log.ts';
import { snapshotKeepsConflictingTail } from './causes/snapshot-keeps-conflicting-tail.ts';
import { snapshotKeepsOwnConfiguration } from './causes/snapshot-keeps-own-configuration.ts';
import { snapshotLosesJoint } from './causes/snapshot-loses-joint.ts';
import { snapshotNamesNewestConfiguration } from './causes/snapshot-names-newest-configuration.ts';
import { snapshotNotSaved } from './causes/snapshot-not-saved.ts';
import { snapshotOfLastTerm } from './causes/snapshot-of-last-term.ts';
import { snapshotOverwritesVote } from './causes/snapshot-overwrites-vote.ts';
import { snapshotSkipsRest } from './causes/snapshot-skips-rest.ts';
import { staleAck } from './causes/stale-ack.ts';
import { staleAppendResetsTimer } from './causes/stale-append-resets-timer.ts';
import { staleHeartbeatLoop } from './causes/stale-heartbeat-loop.ts';
import { staleRequestVoteGranted } from './causes/stale-request-vote-granted.ts';
import { staleSnapshotAck } from './causes/stale-snapshot-ack.ts';
import { staleVote } from './causes/stale-vote.ts';
import { staleVoteRoleChecked } from './causes/stale-vote-role-checked.ts';
import { stepDownClearsVote } from './causes/step-down-clears-vote.ts';
import { stepDownDropsTail } from './causes/step-down-drops-tail.ts';
import { swapInOneStep } from './causes/swap-in-one-step.ts';
import { termFromSnapshot } from './causes/term-from-snapshot.ts';
import { timeoutNowOfOldTerm } from './causes/timeout-now-of-old-term.ts';
import { transferBeforeCaughtUp } from './causes/transfer-before-caught-up.ts';
import { transferByPreVote } from './causes/transfer-by-pre-vote.ts';
import { transferNeverEnds } from './causes/transfer-never-ends.ts';
import { transferToRemoved } from './causes/transfer-to-removed.ts';
import { truncateAlways } from './causes/truncate-always.ts';
import { truncationKeepsConfiguration } from './causes/truncation-keeps-configuration.ts';
import { truncationNotSaved } from './causes/truncation-not-saved.ts';
import { twoAppliers } from './causes/two-appliers.ts';
import { twoChangesInFlight } from './causes/two-changes-in-flight.ts';
import { upToDateByBoth } from './causes/up-to-date-by-both.ts';
import { upToDateByLength } from './causes/up-to-date-by-length.ts';
import { upToDateByTerm } from './causes/up-to-date-by-term.ts';
import { upToDateStrictly } from './causes/up-to-date-strictly.ts';
import { voteForFirstIsNone } from './causes/vote-for-first-is-none.ts';
import { voteResponseTermIgnored } from './causes/vote-response-term-ignored.ts';
import { votesCarriedOver } from './causes/votes-carried-over.ts';
import { votesWithoutSelf } from './causes/votes-without-self.ts';

/** Every known bug. A new one is a file in `causes/` and a line here, and a patch of its name. */
export const causes: readonly Cause[] = [
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
