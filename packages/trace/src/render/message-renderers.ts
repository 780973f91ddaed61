import type { EntryId } from '../field-types.ts';
import type { EventOf } from '../trace-event.ts';
import { at, cause, count, name, type Renderers, remark, sentence, told } from './notation.ts';

type MessageEventName = `message.${'sent' | 'received' | 'dropped' | 'duplicated'}`;
type MessageEvent = EventOf<MessageEventName>;

/** Messages: `→ n2 AppendEntries 7@2 +1 (8@3) commit 6` at the sender, `← n1 …` at the receiver. */
export const messageRenderers: Renderers<MessageEventName> = {
  'message.sent': (event) => message(event, ends(event, '→')),
  'message.received': (event) =>
    message(event, event.node === event.to ? `← ${name(event.from)}` : ends(event, '⇥')),
  'message.dropped': (event) => message(event, ends(event, '↛')),
  'message.duplicated': (event) => message(event, ends(event, '⇉')),
};

/** The sender is named where the line does not begin with it. */
function ends(event: MessageEvent, arrow: string): string {
  const sender = event.node === event.from ? undefined : at(name(event.from), event.rpcTerm);
  return sentence(sender, arrow, name(event.to));
}

function message(event: MessageEvent, between: string): string {
  const sameTerm = event.node === undefined || event.rpcTerm === event.term;
  return sentence(
    between,
    event.kind,
    sameTerm ? undefined : told('of term', event.rpcTerm),
    ...rpcArguments(event),
    remark(cause(event.cause)),
  );
}

/** Whatever arguments there are; each belongs to one kind of RPC, so that no kind is asked. */
function rpcArguments(event: MessageEvent): readonly (string | undefined)[] {
  return [
    told('log', event.lastLogIndex, (index) => at(index, event.lastLogTerm)),
    answer(event.voteGranted, 'granted', 'denied'),
    event.prevLogIndex === undefined ? undefined : at(event.prevLogIndex, event.prevLogTerm),
    event.entries === undefined ? undefined : added(event.entries, event.prevLogIndex),
    told('commit', event.leaderCommit),
    answer(event.success, 'accepted', 'rejected'),
    told('match', event.matchIndex),
    told('retry at', event.conflictIndex, (index) => at(index, event.conflictTerm)),
    told('snapshot', event.lastIncludedIndex, (index) => at(index, event.lastIncludedTerm)),
    event.bytes === undefined ? undefined : count(event.bytes, 'byte', 'bytes'),
  ];
}

function answer(value: boolean | undefined, yes: string, no: string): string | undefined {
  if (value === undefined) return undefined;
  return value ? yes : no;
}

function added(entries: readonly EntryId[], prevLogIndex: number | undefined): string {
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (first === undefined || last === undefined) return 'heartbeat';
  if (prevLogIndex === undefined) return `+${entries.length}`;
  const start = at(prevLogIndex + 1, first.term);
  const end = at(prevLogIndex + entries.length, last.term);
  return `+${entries.length} (${entries.length === 1 ? start : `${start}..${end}`})`;
}
