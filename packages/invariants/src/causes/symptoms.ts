import type { RuleReport } from '../cause.ts';
import type { Suspect } from '../finding.ts';

/** What a complaint of a test leads to, when nothing but its words is there. */
interface Symptom {
  /** Facts as testers tell them; the lab here and the formats have names of their own. */
  readonly facts: readonly string[];
  /** What the message says, where the fact alone does not decide. */
  readonly words?: RegExp;
  readonly why: string;
  /** Bugs by how often they end so, the most frequent first. */
  readonly bugs: readonly string[];
}

/** The first suspect of a symptom stands at this; each next one a little lower. */
const highest = 0.35;
const step = 0.03;

/** What the harness says of a step that the correct core would have taken otherwise. */
const conformance: readonly Symptom[] = (
  [
    [/AppendEntriesResponse .* its role is leader and should be f/, ['removed-leader-stays']],
    [/its transferDeadline/, ['transfer-never-ends']],
    [/AppendEntriesResponse .* its progress\..*lastContact/, ['stale-ack']],
    [/AppendEntries of .* its configuration\./, ['truncation-keeps-configuration']],
    [/its durableIndex/, ['durable-past-truncation']],
    [/snapshot\.configuration/, ['snapshot-loses-joint']],
    [/its readRound/, ['lease-survives-transfer', 'lease-too-long', 'lease-from-answer']],
    [
      /its readDeadline is Infinity/,
      ['lease-from-answer', 'lease-too-long', 'lease-survives-transfer'],
    ],
  ] as const
).map(([words, bugs]) => ({
  facts: ['conformance'],
  words,
  why: 'what the harness saw differ from a correct server: most often this',
  bugs,
}));

/** What the harness here says of a step that Figure 2 does not allow. */
const figureTwo: readonly Symptom[] = (
  [
    [/vote moves from .* to undefined/, ['step-down-clears-vote', 'snapshot-overwrites-vote']],
    [/matchIndex of .* begins at/, ['match-kept-across-terms']],
    [/matchIndex of .* falls to/, ['match-falls', 'stale-ack']],
    [/next heartbeat is further/, ['heartbeats-too-rare']],
    [/a pre-vote binds its vote/, ['pre-vote-binds']],
    [/a stale or disruptive request moves it/, ['disruptive-server-heard', 'old-append-accepted']],
    [/grants a pre-vote against/, ['pre-vote-ignores-leader', 'no-up-to-date-check']],
    [/its log is not written/, ['no-persist-log', 'truncation-not-saved', 'ack-before-save']],
    [/its term or vote is not written/, ['no-persist-grant', 'no-persist-candidacy']],
    [/by the votes that it has/, ['duplicate-vote-counts', 'votes-carried-over', 'quorum-half']],
    [/it writes from index/, ['snapshot-not-saved', 'restart-ignores-snapshot']],
    [/no majority has in its term/, ['quorum-half', 'match-is-length', 'stale-ack']],
    [/a majority has index .*, uncommitted/, ['commit-needs-all', 'commit-scan-stops-at-old-term']],
    [/should not have its vote/, ['no-voted-for-check', 'no-up-to-date-check']],
    [/should have its vote/, ['up-to-date-strictly', 'up-to-date-by-both']],
    [/keeps its timer/, ['grant-keeps-timer', 'append-keeps-timer']],
    [/grants no vote and starts its timer/, ['request-vote-resets-timer']],
    [/takes entries that do not fit/, ['gap-accepted', 'previous-term-not-compared']],
    [/leaves .* out/, ['paused-peer-unheard']],
  ] as const
).map(([words, bugs]) => ({
  facts: ['figure-2'],
  words,
  why: 'a step that Figure 2 does not allow, as the harness saw it: most often this',
  bugs,
}));

/**
 * The complaints of MIT's testers of both editions, and what they come from: measured on the bugs
 * of the catalogue, and from what people report of the labs.
 */
const symptoms: readonly Symptom[] = [
  {
    facts: ['leaders-in-term'],
    why: 'two leaders in one term take a vote given twice, or votes counted that were not given',
    bugs: [
      'no-voted-for-check',
      'candidate-forgets-own-vote',
      'stale-vote',
      'request-vote-keeps-role',
      'votes-carried-over',
      'quorum-half',
    ],
  },
  {
    facts: ['no-leader'],
    why: 'nobody wins: candidates stop trying, stand together, or are refused',
    bugs: [
      'candidate-never-retries',
      'fixed-election-timeout',
      'up-to-date-strictly',
      'candidate-keeps-term',
      'votes-without-self',
      'blocking-send-under-lock',
    ],
  },
  {
    facts: ['unexpected-leader'],
    why: 'a minority has a leader: too few votes were enough, or it never stepped down',
    bugs: ['quorum-half', 'no-check-quorum', 'votes-carried-over', 'duplicate-vote-counts'],
  },
  {
    facts: ['terms-disagree'],
    why: 'terms move while nothing fails, or do not spread',
    bugs: [
      'append-keeps-timer',
      'grant-keeps-timer',
      'append-response-term-ignored',
      'vote-response-term-ignored',
    ],
  },
  {
    facts: ['term-changed'],
    why: 'elections happen without a failure: a timer is not started anew, or beats come too late',
    bugs: [
      'append-keeps-timer',
      'grant-keeps-timer',
      'leader-keeps-election-timer',
      'no-heartbeat-on-victory',
      'request-vote-keeps-role',
    ],
  },
  {
    facts: ['values-disagree', 'apply'],
    words: /commit|value/,
    why:
      'two logs differ at what was committed: entries kept that should go, or votes and ' +
      'commits that are too easy',
    bugs: [
      'two-appliers',
      'conflict-kept',
      'heartbeat-not-checked',
      'previous-term-not-compared',
      'commit-without-minimum',
      'no-up-to-date-check',
      'commit-old-term',
      'no-persist-log',
      'snapshot-not-saved',
    ],
  },
  {
    facts: ['applied-out-of-order', 'apply'],
    why: 'entries reach the service in another order, or some not at all',
    bugs: [
      'two-appliers',
      'apply-newest-only',
      'old-snapshot-installed',
      'restart-ignores-snapshot',
      'snapshot-not-saved',
    ],
  },
  {
    facts: ['committed-without-majority'],
    why: 'an entry counts as committed that no majority holds',
    bugs: [
      'leader-commits-alone',
      'commit-by-two',
      'quorum-half',
      'match-is-length',
      'rejection-counts',
    ],
  },
  {
    facts: ['rpc-budget', 'too-many-bytes', 'storm'],
    why: 'more is sent than is needed: heartbeats too often, or what was sent is sent again',
    bugs: [
      'heartbeat-loop-per-win',
      'stale-heartbeat-loop',
      'hint-points-forward',
      'next-index-below-match',
      'append-keeps-timer',
    ],
  },
  {
    facts: ['log-too-large'],
    why: 'the log is not compacted, or comes back after a restart',
    bugs: ['snapshot-not-saved', 'restart-ignores-snapshot', 'compacted-prefix-appended'],
  },
  {
    facts: ['too-long'],
    why:
      'it goes on, but slowly: locks held across waits, one retry at a time, or elections ' +
      'that split',
    bugs: [
      'blocking-send-under-lock',
      'early-return-keeps-lock',
      'hint-points-forward',
      'fixed-election-timeout',
      'next-index-below-match',
    ],
  },
  {
    facts: ['other'],
    words: /rejected Start|Start\(\) failed/,
    why:
      'a leader lost its role while the test used it: an election without need, or a ' +
      'stuck server',
    bugs: [
      'append-keeps-timer',
      'grant-keeps-timer',
      'blocking-send-under-lock',
      'request-vote-keeps-role',
      'leader-keeps-election-timer',
    ],
  },
  {
    facts: ['other'],
    words: /^term is \d+, but should be at least/,
    why: 'an election moves no term, or a server falls back from the term that it had',
    bugs: ['candidate-keeps-term', 'rejection-reverts-term', 'old-append-accepted'],
  },
  {
    facts: ['other'],
    words: /committed before Start/,
    why: 'an entry counts as committed before it was asked for: a commitIndex beyond the log',
    bugs: ['commit-without-minimum', 'commit-to-own-last', 'commit-on-restart'],
  },
  {
    facts: ['other'],
    words: /^(?:got index \d+ but expected|(?:un)?expected index)/,
    why: 'the log of a leader is longer or shorter than what it took: entries kept, or dropped',
    bugs: [
      'leader-drops-uncommitted',
      'step-down-drops-tail',
      'conflict-kept',
      'deposed-leader-proposes',
    ],
  },
  {
    facts: ['other'],
    words: /missing in|find a value/,
    why: 'what was agreed upon is gone: a leader without it was elected, or a log lost it',
    bugs: [
      'no-up-to-date-check',
      'no-persist-log',
      'leader-drops-uncommitted',
      'step-down-drops-tail',
      'apply-newest-only',
    ],
  },
  {
    facts: ['other'],
    words: /snapshot decode error/,
    why: 'a server applies a snapshot that nobody made: empty, or of another log',
    bugs: ['snapshot-not-saved', 'restart-ignores-snapshot', 'old-snapshot-installed'],
  },
  {
    facts: ['other'],
    words: /too many or few RPCs/,
    why: 'elections take more tries than one, or heartbeats come too often',
    bugs: ['fixed-election-timeout', 'heartbeat-loop-per-win', 'append-keeps-timer'],
  },
  {
    facts: ['no-agreement'],
    why:
      'a command was not committed in time: no leader, no majority that answers, or logs ' +
      'that do not heal',
    bugs: [
      'hint-points-forward',
      'commit-needs-all',
      'commit-scan-stops-at-old-term',
      'up-to-date-by-both',
      'conflict-kept',
      'blocking-send-under-lock',
      'early-return-keeps-lock',
    ],
  },
  ...figureTwo,
  ...conformance,
];

/** Suspects of a `test-failed` finding, from the words of the test alone. */
export function suspectsOfSymptom({ rule, evidence }: RuleReport): readonly Suspect[] {
  if (rule !== 'test-failed') return [];
  const seen = evidence.find(({ event }) => event === 'test.observed');
  if (seen?.event !== 'test.observed') return [];
  const symptom = symptoms.find(
    ({ facts, words }) =>
      facts.includes(seen.fact) && (words === undefined || words.test(seen.message ?? '')),
  );
  if (symptom === undefined) return [];
  return symptom.bugs.map((bug, place) => ({
    bug,
    confidence: Math.round((highest - place * step) * 100) / 100,
    why: symptom.why,
  }));
}
