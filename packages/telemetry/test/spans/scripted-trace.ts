import type { MessageKind, Role, TraceEvent } from '@raftlens/trace';

/** Where scripted traces begin, ms since the epoch. */
export const baseMs = 1_600_000_000_000;

interface Speaker {
  readonly node: string;
  readonly term: number;
  readonly role: Role;
}

interface Script {
  readonly events: TraceEvent[];
  at(ms: number): { readonly time: number; readonly run: string };
  by(ms: number, node: string, term: number, role: Role): Speaker & { readonly time: number };
}

function script(): Script {
  return {
    events: [],
    at: (ms) => ({ time: baseMs + ms, run: 'TestBasic2B' }),
    by: (ms, node, term, role) => ({
      time: baseMs + ms,
      ...{ run: 'TestBasic2B', node, term, role },
    }),
  };
}

/**
 * Three servers: n1 campaigns in vain in term 1, wins term 2, commits an entry, is cut off with a
 * second one that n2, leader of term 3, makes it delete; n3 crashes; the test fails.
 */
export function scriptedTrace(seed = '42'): readonly TraceEvent[] {
  const script_ = script();
  elect(script_);
  replicate(script_);
  overtake(script_);
  const head = { ...script_.at(0), nodes: ['n1', 'n2', 'n3'] };
  return [
    { ...head, event: 'trace.started', schema: 'raft-trace/1', clock: 'virtual', seed },
    { ...script_.at(0), event: 'test.started', test: 'TestBasic2B' },
    ...script_.events,
    { ...script_.at(600), event: 'test.failed', test: 'TestBasic2B', message: 'no agreement' },
  ];
}

function elect({ events, by, at }: Script): void {
  for (const node of ['n1', 'n2', 'n3']) {
    events.push({ ...by(0, node, 0, 'follower'), event: 'node.started', commitIndex: 0 });
  }
  for (const [ms, term] of [[100, 1] as const, [200, 2] as const]) {
    const role = term === 1 ? 'follower' : 'candidate';
    events.push(
      { ...by(ms, 'n1', term - 1, role), event: 'timer.expired', timer: 'election' },
      { ...by(ms, 'n1', term, role), event: 'term.changed', to: term, cause: 'election' },
      { ...by(ms, 'n1', term, 'candidate'), event: 'role.changed', from: role, to: 'candidate' },
      { ...by(ms, 'n1', term, 'candidate'), event: 'election.started', voters: ['n1', 'n2', 'n3'] },
      { ...by(ms, 'n1', term, 'candidate'), ...message('RequestVote', `n1.${term}`, 'n1', 'n2') },
    );
  }
  const dropped = message('RequestVote', 'n1.1', 'n1', 'n2');
  events.splice(8, 0, { ...at(101), ...dropped, event: 'message.dropped', cause: 'loss' });
  const request = message('RequestVote', 'n1.2', 'n1', 'n2');
  const reply = message('RequestVoteResponse', 'n2.1', 'n2', 'n1');
  events.push(
    { ...by(203, 'n2', 2, 'follower'), event: 'term.changed', to: 2, cause: 'RequestVote' },
    { ...by(203, 'n2', 2, 'follower'), ...request, event: 'message.received' },
    { ...by(203, 'n2', 2, 'follower'), event: 'vote.granted', candidate: 'n1' },
    { ...by(203, 'n2', 2, 'follower'), ...reply },
    { ...by(206, 'n1', 2, 'candidate'), ...reply, event: 'message.received' },
    { ...by(206, 'n1', 2, 'candidate'), event: 'vote.received', from: 'n2', granted: true },
    { ...by(206, 'n1', 2, 'leader'), event: 'role.changed', from: 'candidate', to: 'leader' },
  );
}

function replicate({ events, by, at }: Script): void {
  const append = message('AppendEntries', 'n1.3', 'n1', 'n3');
  const entries = [{ term: 2, hash: 'a1' }];
  events.push(
    { ...by(300, 'n1', 2, 'leader'), event: 'entry.proposed', index: 1, entryTerm: 2, hash: 'a1' },
    { ...by(300, 'n1', 2, 'leader'), event: 'log.appended', firstIndex: 1, entries },
    { ...by(300, 'n1', 2, 'leader'), ...append, entries },
    { ...at(301), ...append, event: 'message.duplicated' },
    { ...by(302, 'n3', 2, 'follower'), ...append, event: 'message.received', entries },
    { ...by(303, 'n3', 2, 'follower'), ...append, event: 'message.received', entries },
    { ...by(306, 'n1', 2, 'leader'), event: 'commit.advanced', from: 0, to: 1 },
    { ...by(307.125, 'n1', 2, 'leader'), event: 'entry.applied', index: 1, entryTerm: 2 },
    { ...by(308, 'n3', 2, 'follower'), event: 'entry.applied', index: 1, entryTerm: 2 },
  );
}

function overtake({ events, by, at }: Script): void {
  events.push(
    { ...at(320), event: 'fault.injected', fault: 'partition', nodes: ['n1'] },
    { ...by(330, 'n1', 2, 'leader'), event: 'entry.proposed', index: 2, entryTerm: 2, hash: 'b2' },
    { ...by(400, 'n2', 3, 'follower'), event: 'term.changed', to: 3, cause: 'election' },
    { ...by(400, 'n2', 3, 'candidate'), event: 'role.changed', to: 'candidate' },
    { ...by(400, 'n2', 3, 'candidate'), event: 'election.started' },
    { ...by(410, 'n2', 3, 'leader'), event: 'role.changed', to: 'leader', cause: 'won-election' },
    { ...by(420, 'n2', 3, 'leader'), ...message('AppendEntries', 'n2.2', 'n2', 'n1') },
    { ...at(450), event: 'fault.cleared', fault: 'partition', nodes: ['n1'] },
    { ...by(500, 'n1', 3, 'leader'), event: 'term.changed', to: 3, cause: 'AppendEntries' },
    { ...by(500, 'n1', 3, 'follower'), event: 'role.changed', from: 'leader', to: 'follower' },
    { ...by(500, 'n1', 3, 'follower'), event: 'log.truncated', fromIndex: 2 },
    { ...at(550), node: 'n3', event: 'node.crashed', cause: 'power' },
  );
}

function message(kind: MessageKind, id: string, from: string, to: string) {
  return { event: 'message.sent', id, kind, from, to } as const;
}
