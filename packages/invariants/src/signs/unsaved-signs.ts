import type { EventOf, TraceEvent } from '@raftlens/trace';
import { createRecent, type Recent } from '../recent.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';

interface Unsaved {
  readonly bug: string;
  readonly what: string;
  readonly event: TraceEvent;
}

interface Sent {
  readonly node: string;
  /** How often the server had written then. */
  readonly writes: number;
  readonly unsaved: Unsaved;
  readonly event: TraceEvent;
}

/** Messages under way that are remembered. */
const longest = 4096;

/** What servers took on and have not written yet, with the promises under way. */
interface Ledger {
  readonly unsaved: Map<string, Unsaved[]>;
  readonly sent: Recent<Sent>;
  /** Counts what each server wrote: an older promise is kept. */
  readonly writesOf: Map<string, number>;
  /** Servers that deleted entries since they wrote last. */
  readonly cut: Set<string>;
  /** Where no line tells of writing, none can be missing. */
  writes: boolean;
  entriesWritten: boolean;
}

/** Promises that reach their receiver before what they promise is written (Raft Figure 2). */
export const unsavedSigns: MakeSignWatch = (tell) => {
  const ledger: Ledger = {
    unsaved: new Map(),
    sent: createRecent(longest),
    writesOf: new Map(),
    cut: new Set(),
    writes: false,
    entriesWritten: false,
  };
  const early: { bug: string; why: string; events: readonly TraceEvent[] }[] = [];
  const received = (event: EventOf<'message.received'>): void => {
    const id = `${event.run ?? ''} ${event.id}`;
    const promised = ledger.sent.get(id);
    if (promised === undefined || early.length >= longest) return;
    if (promised.writes !== (ledger.writesOf.get(promised.node) ?? 0)) return;
    ledger.sent.delete(id);
    const { bug, what, event: begun } = promised.unsaved;
    const why =
      `${event.kind} of ${event.from} came to ${event.node} before ` +
      `${event.from} wrote ${what}`;
    if (early.every((each) => each.bug !== bug)) early.push({ bug, why, events: [begun, event] });
  };
  return {
    step() {},
    event(event, servers) {
      if (event.event === 'test.observed') lookAtWords(event, ledger, tell);
      if (event.node === undefined) return;
      const node = `${event.run ?? ''} ${event.node}`;
      enter(ledger, node, event, servers.get(event.node));
      if (event.event === 'message.sent' && event.id !== undefined) {
        const promise = ledger.unsaved.get(node)?.find(({ bug }) => isPromise(bug, event));
        if (promise === undefined) return;
        const writes = ledger.writesOf.get(node) ?? 0;
        const id = `${event.run ?? ''} ${event.id}`;
        ledger.sent.set(id, { node, writes, unsaved: promise, event });
      } else if (event.event === 'message.received' && event.id !== undefined) received(event);
    },
    end() {
      if (!ledger.writes) return;
      for (const { bug, why, events } of early) tell(bug, 0.95, why, events);
    },
  };
};

function enter(ledger: Ledger, node: string, event: TraceEvent, server: Shadow | undefined): void {
  const add = (bug: string, what: string): void => {
    const known = ledger.unsaved.get(node);
    if (known === undefined) ledger.unsaved.set(node, [{ bug, what, event }]);
    else if (known.every((each) => each.bug !== bug)) known.push({ bug, what, event });
  };
  switch (event.event) {
    case 'state.persisted':
      ledger.writes = true;
      if ((event.lastLogIndex ?? 0) > 0) ledger.entriesWritten = true;
      ledger.cut.delete(node);
      forget(node, ledger);
      return;
    case 'node.started':
      forget(node, ledger);
      return;
    case 'election.started':
      if (event.preVote !== true) add('no-persist-candidacy', 'its candidacy');
      return;
    case 'vote.granted':
      if (event.preVote !== true && !isSaved(server, event)) add('no-persist-grant', 'its vote');
      return;
    case 'log.truncated':
      ledger.cut.add(node);
      return;
    case 'log.appended':
      if (event.role === 'leader') return;
      add(ledger.cut.has(node) ? 'truncation-not-saved' : 'ack-before-save', 'the entries');
      return;
    default:
  }
}

/** A vote that was asked for twice is on the disk when it is given the second time. */
function isSaved(server: Shadow | undefined, vote: EventOf<'vote.granted'>): boolean {
  const { durable } = server ?? {};
  return durable?.term === vote.term && durable?.votedFor === vote.candidate;
}

/** The harness saw that a server answered and gave nothing to write: the trace may end there. */
function lookAtWords(
  { run, nodes, message }: EventOf<'test.observed'>,
  { unsaved, entriesWritten }: Ledger,
  tell: TellSign,
): void {
  if (message === undefined || !/is not written before it answers/.test(message)) return;
  const promises = (nodes ?? []).flatMap((node) => unsaved.get(`${run ?? ''} ${node}`) ?? []);
  const ofLog = /its log is not written/.test(message);
  for (const { bug, what, event } of promises) {
    if (ofLog !== (what === 'the entries')) continue;
    const none = bug === 'ack-before-save' && !entriesWritten;
    tell(none ? 'no-persist-log' : bug, 0.9, `${event.node} answered and had not written ${what}`, [
      event,
    ]);
  }
}

function isPromise(bug: string, event: TraceEvent): boolean {
  if (event.event !== 'message.sent') return false;
  if (bug === 'no-persist-candidacy') return event.kind === 'RequestVote';
  if (bug === 'no-persist-grant')
    return event.kind === 'RequestVoteResponse' && event.voteGranted === true;
  return event.kind === 'AppendEntriesResponse' && event.success === true;
}

/** What a server wrote needs no watching any more. */
function forget(node: string, { unsaved, writesOf }: Ledger): void {
  unsaved.delete(node);
  writesOf.set(node, (writesOf.get(node) ?? 0) + 1);
}
