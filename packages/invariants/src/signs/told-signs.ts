import type { EventName, EventOf, TraceEvent } from '@raftlens/trace';
import type { MakeSignWatch } from './sign.ts';

/** What the words of the harness on a wrong step say of the bug that makes such steps. */
interface Told {
  /** Where numbers decide, what is and what should be are its two groups. */
  readonly words: RegExp;
  /** The first number has to be the smaller or the greater one. */
  readonly order?: 'less' | 'more';
  readonly bug: string;
  readonly confidence: number;
}

/** A step that Figure 2 does not allow, or that a correct server would not have taken. */
const told: readonly Told[] = [
  { words: /agrees through (\d+), not (\d+)/, order: 'less', ...sure('ack-counts-new-only') },
  { words: /agrees through (\d+), not (\d+)/, order: 'more', ...likely('ack-own-last') },
  { words: /waits Infinity ms for an election/, ...sure('deposed-leader-never-waits') },
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
    words: /after a (?:timer|command|read): its progress\.\d+\.lastContact/,
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
    ...maybe('snapshot-skips-rest'),
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
];

function sure(bug: string): Pick<Told, 'bug' | 'confidence'> {
  return { bug, confidence: 0.96 };
}

function likely(bug: string): Pick<Told, 'bug' | 'confidence'> {
  return { bug, confidence: 0.9 };
}

function maybe(bug: string): Pick<Told, 'bug' | 'confidence'> {
  return { bug, confidence: 0.6 };
}

/** A server goes by another configuration than its log says: what it did last tells why. */
const otherConfiguration = /: it goes by .*, and its log says /;
const left: ReadonlyMap<EventName, readonly string[]> = new Map([
  ['snapshot.installed', ['snapshot-keeps-own-configuration']],
  ['log.truncated', ['truncation-keeps-configuration']],
  ['node.started', ['restart-forgets-configuration']],
  ['config.appended', ['followers-keep-configuration', 'configuration-on-commit']],
]);

/** What the harness says of a step, where it has held servers to Figure 2 or to a correct one. */
export const toldSigns: MakeSignWatch = (tell) => {
  /** The last line of each server that changes which configuration is in force. */
  const changes = new Map<string, TraceEvent>();
  return {
    step() {},
    event(event) {
      if (event.node !== undefined && left.has(event.event)) changes.set(event.node, event);
      if (event.event !== 'test.observed' || !isOfStep(event)) return;
      const { message = '', nodes = [] } = event;
      for (const { words, order, bug, confidence } of told) {
        const match = words.exec(message);
        if (match !== null && fits(match, order)) tell(bug, confidence, message, [event]);
      }
      if (!otherConfiguration.test(message)) return;
      const change = changes.get(nodes[0] ?? '');
      // Of the same step, or else the line that tells is not there.
      if (change?.time !== event.time) return;
      for (const [place, bug] of (left.get(change.event) ?? []).entries()) {
        tell(bug, place === 0 ? 0.94 : 0.6, message, [change, event]);
      }
    },
  };
};

function isOfStep({ fact }: EventOf<'test.observed'>): boolean {
  return fact === 'figure-2' || fact === 'conformance';
}

function fits([, is, should]: RegExpExecArray, order: Told['order']): boolean {
  if (order === undefined) return true;
  const difference = Number(is) - Number(should);
  return order === 'less' ? difference < 0 : difference > 0;
}
