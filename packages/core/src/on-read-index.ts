import type { ReadIndex } from './message.ts';
import { answerRead } from './send.ts';
import type { Server } from './server.ts';
import { beginRead } from './start-read.ts';

/** A follower asks how far it has to be for a read (thesis §6.4); only a leader can say. */
export function onReadIndex(server: Server, { from, context }: ReadIndex): void {
  if (server.role === 'leader' && beginRead(server, { id: context, peer: from })) return;
  answerRead(server, from, { context, success: false, readIndex: 0 });
}
