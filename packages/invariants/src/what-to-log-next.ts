import type { TraceEvent } from '@raftlens/trace';
import type { Finding, Suspect } from './finding.ts';

/** A first suspect that stands lower than this is weak. */
const weak = 0.75;
/** Suspects that are so near to the first are tied with it. */
const near = 0.05;

/** What would decide, by the part of Raft that the suspects are of; the first that fits. */
const advice: readonly (readonly [bugs: RegExp, words: string])[] = [
  [
    /persist|saved|save|restart|snapshot-overwrites/,
    'state.persisted with currentTerm, votedFor and lastLogIndex, and node.started with what ' +
      'the disk held, at each restart',
  ],
  [
    /vote|candidacy|quorum-half|keeps-role|up-to-date|candidate/,
    'vote.granted and vote.denied at each voter, with the candidate and both logs ' +
      '(lastLogIndex, lastLogTerm), and vote.received with rpcTerm',
  ],
  [
    /timer|timeout|never-retries|heartbeat-loop|victory/,
    'timer.started and timer.expired with the timer and its cause, each time that one is set',
  ],
  [
    /lock|send-under/,
    'lock.waiting, lock.acquired and lock.released with the lock and the thread, or the ' +
      'stacks of all threads when it hangs',
  ],
  [/read|lease/, 'read.started and read.served with readIndex, and AppendEntries with their round'],
  [
    /conf|voters|learner|joint|change|removed/,
    'config.proposed, config.appended and config.committed with voters and index',
  ],
  [
    /commit|match|ack|hint|next-index|rejection|alone/,
    'progress.updated with matchIndex and nextIndex at the leader, and commit.advanced with ' +
      'entryTerm and acks',
  ],
  [
    /append|gap|conflict|trunc|previous|heartbeat|prefix|batch|entries/,
    'message.received of AppendEntries with prevLogIndex, prevLogTerm and entries, and ' +
      'append.accepted, log.truncated and log.appended',
  ],
  [
    /snapshot|compact|appl/,
    'snapshot.taken, snapshot.installed and entry.applied with their indexes',
  ],
];

/**
 * What to log next, in a sentence or two; undefined where the first suspect stands out. `untold`
 * are the kinds of lines that signs would need, and that the log never has.
 */
export function whatToLogNext(
  finding: Pick<Finding, 'rule' | 'severity' | 'evidence'>,
  suspects: readonly Suspect[],
  untold: ReadonlySet<string> = new Set(),
): string | undefined {
  const words = adviceFor(finding, suspects);
  if (words === undefined || untold.size === 0) return words;
  const kinds = [...untold].sort();
  const named = kinds.slice(0, untoldNamed).join(', ');
  const more = kinds.length > untoldNamed ? ' and others' : '';
  return `${words} Signs of bugs were passed over, as this log has no ${named}${more}.`;
}

/** So many kinds of lines that are missing are named; nobody reads more. */
const untoldNamed = 6;

function adviceFor(
  { rule, severity, evidence }: Pick<Finding, 'rule' | 'severity' | 'evidence'>,
  suspects: readonly Suspect[],
): string | undefined {
  const [first, second] = suspects;
  if (first === undefined) {
    if (rule === 'test-failed') return evidence.some(isStep) ? atStep : `${nameless}: log ${all}.`;
    return severity === 'violation' ? unlike : undefined;
  }
  const tied = second !== undefined && first.confidence - second.confidence < near;
  if (first.confidence >= weak && !tied) return undefined;
  const words = advice.find(([bugs]) => bugs.test(first.bug))?.[1] ?? all;
  const what = tied ? `${first.bug} and ${second?.bug} look alike here` : 'This is weak evidence';
  return `${what}: to decide, log ${words}.`;
}

/** The harness saw the wrong step itself, and no line could tell more. */
function isStep(event: TraceEvent): boolean {
  return (
    event.event === 'test.observed' && (event.fact === 'figure-2' || event.fact === 'conformance')
  );
}

const nameless = 'Nothing here names a cause';

const atStep =
  'No bug of the catalogue looks like this. The harness saw the step itself: what is wrong is in ' +
  'the code that takes it, and the lines before it are what led there.';

const unlike =
  'No bug of the catalogue looks like this: what led to it is in the lines above, and no name is ' +
  'better than a wrong one.';

const all =
  'role.changed, vote.granted, append.accepted, commit.advanced and entry.applied of every ' +
  'server, ' +
  'with term and index';
