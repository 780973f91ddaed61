import type { TraceEvent } from '@raftlens/trace';
import type { PrintedLines } from './printed-lines.ts';

/** Where a step of a server begins; without these, two look like one. */
const inputs: readonly string[] = [
  'entry.proposed',
  'message.received AppendEntries',
  'message.received AppendEntriesResponse',
  'message.received RequestVote',
  'message.received RequestVoteResponse',
  'node.started',
  'timer.expired election',
  'timer.expired heartbeat',
];

/** What each server has of them, one that never leads or never campaigns, too. */
const ownInputs: readonly string[] = ['message.received', 'timer.expired'];

/** The same, of programs of which something shows that it happens. */
const rarerInputs: readonly (readonly [input: string, shown: readonly string[]])[] = [
  [
    'message.received InstallSnapshot',
    [
      'snapshot.installed',
      'message.sent InstallSnapshot',
      'message.received InstallSnapshotResponse',
    ],
  ],
  ['message.received TimeoutNow', ['message.sent TimeoutNow']],
  ['message.received PreVote', ['message.sent PreVote', 'message.received PreVoteResponse']],
  [
    'message.received PreVoteResponse',
    ['message.received PreVote', 'message.sent PreVoteResponse'],
  ],
];

/**
 * What the signs of a bug take for something that did not happen when no line tells of it, apart
 * from the inputs. Signs that are not here rest on lines that are there.
 */
const missed: Readonly<Record<string, readonly string[]>> = {
  'ack-before-save': ['log.truncated', 'state.persisted'],
  'answer-begets-append': ['read.started'],
  'append-keeps-timer': ['term.changed', 'timer.started election'],
  'append-response-term-ignored': ['term.changed'],
  'apply-newest-only': ['entry.applied', 'snapshot.installed'],
  'batch-skips-entries': [],
  'candidate-claims-own-term': ['log.appended', 'snapshot.installed'],
  'candidate-forgets-own-vote': ['state.persisted'],
  'candidate-ignores-leader': ['timer.started election'],
  'candidate-keeps-term': ['role.changed'],
  'candidate-never-retries': ['timer.started election'],
  'candidate-offers-commit-index': [],
  'candidate-returns-to-old-leader': [],
  'change-before-own-commit': ['commit.advanced'],
  'commit-by-two': ['commit.advanced', 'config.appended', 'snapshot.installed'],
  'commit-falls': [],
  'commit-needs-all': [
    'commit.advanced',
    'config.appended',
    'log.appended',
    'progress.updated',
    'state.persisted',
  ],
  'commit-needs-last': [
    'commit.advanced',
    'config.appended',
    'log.appended',
    'progress.updated',
    'state.persisted',
  ],
  'commit-on-restart': [],
  'commit-scan-stops-at-old-term': [
    'commit.advanced',
    'config.appended',
    'log.appended',
    'progress.updated',
    'state.persisted',
  ],
  'commit-to-own-last': ['log.appended'],
  'configuration-on-commit': [
    'config.appended',
    'config.committed',
    'log.truncated',
    'snapshot.installed',
  ],
  'conflict-keeps-tail': ['election.started', 'own log.truncated', 'snapshot.installed'],
  'contact-when-sent': ['role.changed'],
  'deposed-leader-never-waits': ['timer.started election'],
  'duplicate-vote-counts': ['election.started'],
  'followers-keep-configuration': ['config.appended', 'log.truncated', 'snapshot.installed'],
  'gap-accepted': ['log.appended', 'snapshot.installed'],
  'grant-keeps-timer': ['timer.started election'],
  'hint-points-forward': ['message.sent AppendEntries'],
  'inflight-never-freed': ['message.sent AppendEntries', 'progress.updated'],
  'joint-counts-old-half': ['config.appended', 'config.proposed', 'snapshot.installed'],
  'joint-counts-union': ['config.appended', 'snapshot.installed'],
  'joint-never-left': ['commit.advanced', 'config.appended', 'config.committed'],
  'leader-commits-alone': [
    'config.appended',
    'config.proposed',
    'own entry.proposed',
    'snapshot.installed',
  ],
  'leader-counts-unsynced': ['state.persisted'],
  'leader-drops-uncommitted': ['read.started'],
  'leader-keeps-election-timer': ['timer.started election'],
  'learner-campaigns': ['commit.advanced', 'config.appended', 'snapshot.installed'],
  'learners-count': ['config.appended', 'snapshot.installed'],
  'lease-back-after-transfer': ['read.started', 'transfer.finished'],
  'lease-survives-transfer': ['read.started', 'transfer.finished'],
  'lost-snapshot-pauses': ['message.sent AppendEntries', 'progress.updated'],
  'match-falls': ['config.proposed'],
  'match-kept-across-terms': ['message.sent AppendEntries', 'progress.updated'],
  'no-check-quorum': ['role.changed'],
  'no-heartbeat-on-victory': ['message.sent AppendEntries'],
  'no-persist-candidacy': ['state.persisted'],
  'no-persist-grant': ['state.persisted'],
  'no-persist-log': ['log.truncated', 'state.persisted'],
  'no-persist-vote': ['state.persisted', 'vote.granted'],
  'old-append-accepted': [],
  'old-snapshot-installed': [],
  'one-step-back': ['message.sent AppendEntries'],
  'paused-peer-unheard': ['config.appended', 'message.sent AppendEntries'],
  'pre-candidates-refuse': [],
  'pre-vote-binds': ['election.started', 'vote.granted'],
  'pre-vote-raises-term': ['term.changed'],
  'prev-term-of-next': ['log.truncated'],
  'proposals-during-transfer': ['config.appended', 'transfer.finished'],
  'quorum-half': ['config.appended', 'election.started', 'snapshot.installed', 'vote.received'],
  'quorum-window-doubled': ['role.changed'],
  'read-before-applied': ['entry.applied', 'snapshot.installed'],
  'read-before-own-commit': ['commit.advanced'],
  'read-confirmed-by-old-round': ['config.appended', 'config.proposed'],
  'read-without-quorum': ['config.appended', 'config.proposed'],
  'rejection-reverts-term': [],
  'rejection-starts-over': ['message.sent AppendEntries'],
  'request-vote-keeps-role': ['role.changed'],
  'request-vote-leader-keeps-role': ['role.changed'],
  'request-vote-resets-timer': [],
  'restart-forgets-configuration': [
    'config.appended',
    'log.truncated',
    'snapshot.installed',
    'state.persisted',
  ],
  'restart-ignores-snapshot': [
    'log.appended',
    'log.truncated',
    'snapshot.installed',
    'state.persisted',
  ],
  'snapshot-discards-tail': ['log.truncated'],
  'snapshot-keeps-own-configuration': ['config.appended', 'log.truncated', 'snapshot.installed'],
  'snapshot-loses-joint': ['config.appended', 'log.truncated', 'snapshot.installed'],
  'snapshot-names-newest-configuration': ['config.appended', 'log.truncated', 'snapshot.installed'],
  'snapshot-not-saved': ['log.appended', 'log.truncated', 'snapshot.installed', 'state.persisted'],
  'snapshot-skips-rest': ['message.sent AppendEntries'],
  'stale-ack': ['message.sent AppendEntries'],
  'stale-append-resets-timer': [],
  'step-down-drops-tail': ['election.started', 'log.truncated'],
  'timeout-now-of-old-term': [],
  'transfer-before-caught-up': [],
  'transfer-never-ends': ['transfer.finished'],
  'transfer-to-removed': ['commit.advanced', 'config.appended', 'snapshot.installed'],
  'truncation-keeps-configuration': ['config.appended', 'log.truncated', 'snapshot.installed'],
  'truncation-not-saved': ['log.appended'],
  'two-appliers': ['node.started'],
  'two-changes-in-flight': ['commit.advanced'],
  'vote-response-term-ignored': ['term.changed'],
  'votes-carried-over': ['config.appended', 'election.started', 'vote.received'],
  'votes-without-self': ['config.appended', 'election.started', 'role.changed'],
};

/** Snapshots come by messages: where there are none, no line of an installed one is missing. */
const snapshotMessages: readonly string[] = [
  'message.sent InstallSnapshot',
  'message.received InstallSnapshot',
];

/** Begins a kind that each server of the sign has to print itself, rare as it may be. */
const own = 'own ';

/** What a server prints all the time, in each of its lives. */
const everyLife: ReadonlySet<string> = new Set([
  'entry.applied',
  'log.appended',
  'message.sent',
  'message.sent AppendEntries',
  'timer.started',
  'timer.started election',
]);

/** What each server prints sooner or later; the rest may happen to one of them alone. */
const everyServer: ReadonlySet<string> = new Set([
  'commit.advanced',
  'config.appended',
  'election.started',
  'message.received',
  'node.started',
  'progress.updated',
  'role.changed',
  'state.persisted',
  'term.changed',
  'timer.expired',
  'vote.granted',
  'vote.received',
]);

/**
 * The kinds of lines that a sign of this bug takes for things that did not happen, as they are not
 * there, and that its servers are not seen to print: what a program never prints did not fail to
 * happen. None where the sign means something.
 */
export function untoldFor(
  bug: string,
  events: readonly TraceEvent[],
  printed: PrintedLines,
): readonly string[] {
  const needed = missed[bug];
  if (needed === undefined) return [];
  const rarer = rarerInputs
    .filter(([, shown]) => shown.some((kind) => printed.has(kind)))
    .map(([input]) => input);
  return [
    ...[...inputs, ...rarer].filter((kind) => !printed.has(kind)),
    ...[...ownInputs, ...needed].filter((kind) => {
      if (kind === 'snapshot.installed' && !snapshotMessages.some(printed.has)) return false;
      if (kind.startsWith(own)) return !printed.hasEach(kind.slice(own.length), events, false);
      if (everyLife.has(kind)) return !printed.hasEach(kind, events, true);
      if (everyServer.has(kind)) return !printed.hasEach(kind, events, false);
      return !printed.has(kind);
    }),
  ].map((kind) => kind.replace(own, ''));
}
