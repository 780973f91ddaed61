/** What the words of the harness on a wrong step say of the bug that makes such steps. */
export interface ToldWords {
  /** Where numbers decide, what is and what should be are its two groups. */
  readonly words: RegExp;
  /** The first number has to be the smaller or the greater one. */
  readonly order?: 'less' | 'more';
  /** Whether the server has to have sent a snapshot in that very step. */
  readonly sendsSnapshot?: boolean;
  readonly bug: string;
  readonly confidence: number;
}

const behindSnapshot = /its log ends at (\d+), not (\d+), behind a snapshot/;

/** A step that Figure 2 does not allow, or that a correct server would not have taken. */
export const toldWords: readonly ToldWords[] = [
  { words: /agrees through (\d+), not (\d+)/, order: 'less', ...sure('ack-counts-new-only') },
  { words: /agrees through (\d+), not (\d+)/, order: 'more', ...likely('ack-own-last') },
  { words: /waits Infinity ms for an election/, ...likely('deposed-leader-never-waits') },
  { words: /waits Infinity ms for an election/, ...maybe('candidate-never-retries') },
  { words: /campaigns without a majority of pre-votes/, ...likely('pre-vote-counts-refusals') },
  {
    words: /after PreVoteResponse .* votesGranted is (\d+) and should be (\d+)/,
    order: 'more',
    ...likely('pre-vote-counts-refusals'),
  },
  { words: /is pre-candidate of term .* after a message/, ...sure('pre-vote-answer-term-ignored') },
  {
    words: /after a timer: its role is leader and should be follower/,
    ...likely('quorum-window-doubled'),
  },
  {
    words: /after a (?:timer|command|read|change of members): its progress\.\d+\.lastContact/,
    ...sure('contact-when-sent'),
  },
  {
    words: /after ReadIndexResponse .* its (?:committedFrom|reads|readDeadline)/,
    ...sure('follower-reads-own-commit'),
  },
  { words: /after its start: its configuration\./, ...sure('restart-forgets-configuration') },
  { words: /after its start: its leaderHeardAt/, ...sure('restart-forgets-leader') },
  {
    words: /after InstallSnapshot .* its configuration\./,
    ...sure('snapshot-keeps-own-configuration'),
  },
  {
    words: /after a snapshot: its write\.snapshot\.configuration\.(?:voters|learners)\b/,
    ...sure('snapshot-names-newest-configuration'),
  },
  {
    words: /after a snapshot: its write\.snapshot\.configuration\.votersOutgoing/,
    ...maybe('snapshot-names-newest-configuration'),
  },
  {
    words: /answers a snapshot with (\d+), not (\d+)/,
    order: 'more',
    ...sure('snapshot-acks-whole-log'),
  },
  {
    words: /commitIndex is (\d+) behind a snapshot, not (\d+)/,
    order: 'less',
    ...sure('snapshot-ignored-by-longer-log'),
  },
  { words: /its snapshot says term/, ...sure('snapshot-of-last-term') },
  { words: /its snapshot is not written, and what it took/, ...sure('snapshot-not-saved') },
  {
    words: /inflight\.length is (\d+) and should be (\d+)/,
    order: 'more',
    ...maybe('ack-frees-one'),
  },
  {
    words: /after TimeoutNow .* its role is pre-candidate and should be/,
    ...sure('transfer-by-pre-vote'),
  },
  {
    words:
      /after (?:RequestVote|PreVote|AppendEntries|a timer)\b[^:]*: its leaseForfeited is false/,
    ...sure('lease-back-after-transfer'),
  },
  {
    words: /after [^:]*: its progress\.\d+\.nextIndex is (\d+) and should be (\d+)/,
    order: 'more',
    sendsSnapshot: true,
    ...maybe('snapshot-skips-rest'),
  },
  {
    words: /after AppendEntriesResponse .*: its progress\.\d+\.nextIndex is (\d+) .*be (\d+)/,
    order: 'more',
    sendsSnapshot: false,
    ...maybe('hint-points-forward'),
  },
  {
    words: /after a durable write: its commitIndex is (\d+) and should be (\d+)/,
    order: 'less',
    ...maybe('commit-by-two'),
  },
  {
    words: /after a durable write: its role is leader and should be candidate/,
    ...likely('lone-vote-of-old-term'),
  },
  {
    words: /its heartbeatDeadline is ([\d.]+) and should be ([\d.]+)/,
    order: 'less',
    ...likely('heartbeats-too-often'),
  },
  {
    words: /its heartbeatDeadline is ([\d.]+) and should be ([\d.]+)/,
    order: 'less',
    ...maybe('heartbeat-loop-per-win'),
  },
  { words: /it counts what \S+ answered in term/, ...sure('stale-ack') },
  { words: behindSnapshot, order: 'more', ...sure('snapshot-keeps-conflicting-tail') },
  { words: behindSnapshot, order: 'less', ...sure('snapshot-discards-tail') },
  { words: /is candidate and not leader, by the votes/, ...likely('votes-without-self') },
  { words: /is leader and not follower, by the votes/, ...likely('stale-vote') },
  { words: /is elected and sends nothing to/, ...likely('no-heartbeat-on-victory') },
  { words: /a pre-vote binds its vote/, ...likely('pre-vote-binds') },
  { words: /holds still with a majority of pre-votes/, ...maybe('transfer-by-pre-vote') },
  { words: /hears the leader and keeps its timer/, ...likely('append-keeps-timer') },
  { words: /grants a vote and keeps its timer/, ...likely('grant-keeps-timer') },
  { words: /grants no vote and starts its timer/, ...likely('request-vote-resets-timer') },
  { words: /has not voted for itself/, ...likely('candidate-forgets-own-vote') },
  { words: /matchIndex of \S+ begins at/, ...likely('match-kept-across-terms') },
  // Giving up a snapshot that nobody sent takes a new leader's nextIndex back.
  { words: /nextIndex of \S+ begins at/, ...maybe('lost-snapshot-pauses') },
  { words: /takes index \d+ for saved before it is/, ...likely('durable-past-truncation') },
  { words: /matchIndex of \S+ falls to/, ...likely('match-falls') },
  { words: /nextIndex \d+ and matchIndex \d+ of/, ...likely('next-index-below-match') },
  { words: /heartbeat is further away than/, ...likely('heartbeats-too-rare') },
  { words: /a follower has a heartbeat timer/, ...likely('stale-heartbeat-loop') },
  { words: /a follower takes a command/, ...likely('deposed-leader-proposes') },
  { words: /a leader waits for an election/, ...likely('leader-keeps-election-timer') },
  { words: /it is candidate beside a leader/, ...likely('candidate-ignores-leader') },
  { words: /starts with something else than it stored/, ...maybe('commit-on-restart') },
  { words: /its term is \d+, not \d+, after its timeout/, ...likely('candidate-keeps-term') },
  { words: /a majority has index .* uncommitted/, ...maybe('commit-needs-all') },
  { words: /a majority has index .* uncommitted/, ...maybe('commit-scan-stops-at-old-term') },
  {
    words: /after a read: its readRound is (\d+) and should be (\d+)/,
    order: 'more',
    ...maybe('lease-by-one-peer'),
  },
];

function sure(bug: string): Pick<ToldWords, 'bug' | 'confidence'> {
  return { bug, confidence: 0.96 };
}

function likely(bug: string): Pick<ToldWords, 'bug' | 'confidence'> {
  return { bug, confidence: 0.9 };
}

function maybe(bug: string): Pick<ToldWords, 'bug' | 'confidence'> {
  return { bug, confidence: 0.6 };
}
