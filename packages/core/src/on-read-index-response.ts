import { failForwardedRead } from './end-reads.ts';
import type { ReadIndexResponse } from './message.ts';
import type { Server } from './server.ts';

/**
 * The leader says how far this server has to be for a read (thesis §6.4); what is applied is served
 * with the next effects. The answer stays right in later terms, for the read began before it.
 */
export function onReadIndexResponse(server: Server, response: ReadIndexResponse): void {
  if (!response.success) {
    failForwardedRead(server, response.context);
    return;
  }
  const read = server.forwardedReads.find(({ context }) => context === response.context);
  if (read !== undefined) read.readIndex = response.readIndex;
}
