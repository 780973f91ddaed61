import { decodeLine, type TraceEvent } from '@raftlens/trace';

/** An event as it stands on a line. */
type Deed = Readonly<Record<string, unknown>>;

const voters = ['n1', 'n2', 'n3'];
const common = { run: 'story' };

/**
 * A short story with something for every question: n1 leads term 1 and is cut off with an entry of
 * its own, n2 loses and then wins an election, n1 comes back and cuts its log, and n3 votes twice.
 */
export const storyTrace: readonly TraceEvent[] = numbered([
  { event: 'trace.started', time: 1000, schema: 'raft-trace/1', nodes: voters, ...common },
  ...voters.map(
    (node): Deed => ({
      ...{ event: 'node.started', time: 1000, node, term: 0, role: 'follower', voters, ...common },
    }),
  ),
  { event: 'timer.started', time: 1000, node: 'n1', term: 0, timer: 'election', cause: 'started' },
  { event: 'timer.expired', time: 1150, node: 'n1', term: 0, timer: 'election', elapsedMs: 150 },
  { event: 'term.changed', time: 1150, node: 'n1', term: 1, from: 0, to: 1, cause: 'election' },
  { event: 'role.changed', time: 1150, node: 'n1', term: 1, from: 'follower', to: 'candidate' },
  { event: 'election.started', time: 1150, node: 'n1', term: 1, voters },
  sent(1150, 'a', 'n1', 'n2', 1),
  { ...sent(1155, 'a', 'n1', 'n2', 1), event: 'message.received', node: 'n2' },
  {
    ...{ event: 'term.changed', time: 1155, node: 'n2', term: 1, from: 0, to: 1 },
    ...{ cause: 'RequestVote', source: 'n1' },
  },
  { event: 'vote.granted', time: 1155, node: 'n2', term: 1, candidate: 'n1' },
  { event: 'vote.received', time: 1160, node: 'n1', term: 1, from: 'n2', granted: true },
  {
    ...{ event: 'role.changed', time: 1160, node: 'n1', term: 1, role: 'leader' },
    ...{ from: 'candidate', to: 'leader', cause: 'won-election' },
  },
  { event: 'entry.proposed', time: 1200, node: 'n1', term: 1, index: 1, entryTerm: 1 },
  appended(1200, 'n1', 1, 1, 'aa'),
  appended(1210, 'n2', 1, 1, 'aa'),
  { event: 'commit.advanced', time: 1220, node: 'n1', term: 1, role: 'leader', from: 0, to: 1 },
  { event: 'fault.injected', time: 1300, fault: 'partition', nodes: ['n1'] },
  appended(1310, 'n1', 1, 2, 'bb'),
  { event: 'timer.expired', time: 1500, node: 'n2', term: 1, timer: 'election', elapsedMs: 290 },
  { event: 'election.started', time: 1500, node: 'n2', term: 2, voters },
  {
    ...sent(1500, 'b', 'n2', 'n1', 2),
    ...{ event: 'message.dropped', node: undefined, cause: 'cut off' },
  },
  {
    ...{ event: 'vote.denied', time: 1505, node: 'n3', term: 2, candidate: 'n2' },
    ...{ cause: 'leader-alive' },
  },
  { event: 'election.started', time: 1800, node: 'n2', term: 3, voters },
  { event: 'vote.granted', time: 1805, node: 'n3', term: 3, candidate: 'n2' },
  { event: 'vote.granted', time: 1806, node: 'n3', term: 3, candidate: 'n1' },
  {
    ...{ event: 'role.changed', time: 1810, node: 'n2', term: 3, role: 'leader' },
    ...{ from: 'candidate', to: 'leader', cause: 'won-election' },
  },
  appended(1820, 'n2', 3, 2, 'cc'),
  { event: 'fault.cleared', time: 1900, fault: 'partition', nodes: ['n1'] },
  {
    ...{ event: 'term.changed', time: 1910, node: 'n1', term: 3, from: 1, to: 3 },
    ...{ cause: 'AppendEntries', source: 'n2' },
  },
  {
    ...{ event: 'role.changed', time: 1910, node: 'n1', term: 3, role: 'follower' },
    ...{ from: 'leader', to: 'follower', cause: 'higher-term' },
  },
  { event: 'log.truncated', time: 1911, node: 'n1', term: 3, fromIndex: 2 },
  appended(1911, 'n1', 3, 2, 'cc'),
]);

function sent(time: number, id: string, from: string, to: string, term: number): Deed {
  return {
    ...{ event: 'message.sent', time, node: from, term, id, kind: 'RequestVote', from, to },
    rpcTerm: term,
  };
}

function appended(time: number, node: string, term: number, index: number, hash: string): Deed {
  return { event: 'log.appended', time, node, term, firstIndex: index, entries: [{ term, hash }] };
}

/** Reads each event from the place that it would have in a file, in one run. */
function numbered(deeds: readonly Deed[]): readonly TraceEvent[] {
  return deeds.map((deed, index) => {
    const at = { file: 'story.jsonl', line: index + 1 };
    const outcome = decodeLine(JSON.stringify({ ...deed, ...common }), at);
    if (outcome.kind !== 'event') throw new Error(`line ${at.line} is ${outcome.kind}`);
    return outcome.event;
  });
}
