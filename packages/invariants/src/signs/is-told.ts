import type { EventName } from '@raftlens/trace';

/** Where a step of a server begins; without these, two look like one. */
const inputs: readonly EventName[] = [
  'entry.proposed',
  'message.received',
  'node.started',
  'timer.expired',
];

/**
 * What the signs of a bug take for something that did not happen when no line tells of it, apart
 * from the inputs. Signs that are not here rest on lines that are there.
 */
const missed: Readonly<Record<string, readonly EventName[]>> = {
  'ack-before-save': ['state.persisted'],
  'answer-begets-append': ['read.started'],
  'append-keeps-timer': ['term.changed', 'timer.started'],
  'append-response-term-ignored': ['term.changed'],
  'apply-newest-only': ['entry.applied', 'snapshot.installed'],
  'batch-skips-entries': [],
  'candidate-claims-own-term': ['log.appended', 'snapshot.installed'],
  'candidate-ignores-leader': ['timer.started'],
  'candidate-keeps-term': ['role.changed'],
  'candidate-never-retries': ['timer.started'],
  'candidate-offers-commit-index': [],
  'candidate-returns-to-old-leader': [],
  'change-before-own-commit': ['commit.advanced'],
  'commit-by-two': ['config.appended'],
  'commit-falls': [],
  'commit-needs-all': ['commit.advanced', 'config.appended'],
  'commit-on-restart': [],
  'commit-scan-stops-at-old-term': ['commit.advanced', 'config.appended'],
  'commit-to-own-last': ['log.appended'],
  'configuration-on-commit': ['config.appended'],
  'conflict-keeps-tail': ['log.truncated', 'snapshot.installed'],
  'contact-when-sent': ['role.changed'],
  'duplicate-vote-counts': ['election.started'],
  'gap-accepted': ['log.appended', 'snapshot.installed'],
  'grant-keeps-timer': ['timer.started'],
  'joint-counts-old-half': ['config.proposed'],
  'joint-counts-union': ['config.appended'],
  'leader-commits-alone': ['config.appended', 'config.proposed'],
  'leader-drops-uncommitted': ['read.started'],
  'leader-keeps-election-timer': ['timer.started'],
  'learner-campaigns': ['config.appended'],
  'learners-count': ['config.appended'],
  'match-falls': ['config.proposed'],
  'match-kept-across-terms': [],
  'no-check-quorum': ['role.changed'],
  'no-heartbeat-on-victory': ['message.sent'],
  'no-persist-vote': [],
  'old-append-accepted': [],
  'old-snapshot-installed': [],
  'paused-peer-unheard': ['config.appended', 'message.sent'],
  'pre-candidates-refuse': [],
  'pre-vote-binds': ['election.started', 'vote.granted'],
  'pre-vote-raises-term': ['term.changed'],
  'prev-term-of-next': ['log.truncated'],
  'proposals-during-transfer': ['transfer.finished'],
  'quorum-half': ['config.appended', 'election.started', 'vote.received'],
  'quorum-window-doubled': ['role.changed'],
  'read-before-applied': ['entry.applied', 'snapshot.installed'],
  'read-before-own-commit': ['commit.advanced'],
  'read-confirmed-by-old-round': ['config.appended', 'config.proposed'],
  'read-without-quorum': ['config.appended', 'config.proposed'],
  'rejection-reverts-term': [],
  'request-vote-keeps-role': ['role.changed'],
  'request-vote-leader-keeps-role': ['role.changed'],
  'request-vote-resets-timer': [],
  'snapshot-keeps-own-configuration': ['config.appended', 'log.truncated'],
  'snapshot-loses-joint': ['config.appended', 'snapshot.installed'],
  'restart-forgets-configuration': ['config.appended', 'snapshot.installed'],
  'snapshot-discards-tail': ['log.truncated'],
  'snapshot-names-newest-configuration': ['config.appended', 'snapshot.installed'],
  'stale-append-resets-timer': [],
  'step-down-drops-tail': ['log.truncated'],
  'timeout-now-of-old-term': [],
  'transfer-before-caught-up': [],
  'transfer-never-ends': ['transfer.finished'],
  'truncation-keeps-configuration': ['config.appended', 'log.truncated'],
  'truncation-not-saved': ['log.appended'],
  'two-appliers': [],
  'two-changes-in-flight': ['commit.advanced'],
  'vote-response-term-ignored': ['term.changed'],
  'votes-carried-over': ['config.appended', 'election.started', 'vote.received'],
  'votes-without-self': ['election.started'],
};

/**
 * Whether a sign of this bug means anything in the log of a program that prints these kinds of
 * lines: what a program never prints did not fail to happen.
 */
export function isTold(bug: string, printed: ReadonlySet<EventName>): boolean {
  const needed = missed[bug];
  if (needed === undefined) return true;
  return inputs.every((kind) => printed.has(kind)) && needed.every((kind) => printed.has(kind));
}
