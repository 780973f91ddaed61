import type { EventOf } from '@raftlens/trace';
import type { Message } from '../message.ts';
import type { Server } from '../server.ts';
import { eventTime, nextSeq } from './envelope.ts';

type MessageEvent = EventOf<'message.sent'> | EventOf<'message.received'>;

/** Tells that a message leaves. */
export function tellSent(server: Server, message: Message): void {
  server.observer?.(describe(server, 'message.sent', message));
}

/** Tells that a message arrived, before anything is done about it. */
export function tellReceived(server: Server, message: Message): void {
  server.observer?.(describe(server, 'message.received', message));
}

/** Names a message uniquely in a trace: sender, its incarnation, its number there. */
export function messageId(message: Message): string {
  return `${message.from}.${message.inc}.${message.serial}`;
}

function describe(server: Server, event: MessageEvent['event'], message: Message): MessageEvent {
  const head = {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
  };
  switch (message.kind) {
    case 'RequestVote':
      return {
        ...head,
        candidateId: message.from,
        lastLogIndex: message.lastLogIndex,
        lastLogTerm: message.lastLogTerm,
      };
    case 'RequestVoteResponse':
      return { ...head, voteGranted: message.voteGranted };
    case 'AppendEntries':
      return {
        ...head,
        prevLogIndex: message.prevLogIndex,
        prevLogTerm: message.prevLogTerm,
        entries: message.entries.map((entry) => ({ term: entry.term, hash: entry.hash })),
        leaderCommit: message.leaderCommit,
      };
    case 'AppendEntriesResponse':
      return {
        ...head,
        success: message.success,
        matchIndex: message.matchIndex,
        conflictIndex: message.conflictIndex,
        conflictTerm: message.conflictTerm,
      };
  }
}
