import { type Message, messageId, type Observer } from '@raftlens/core';
import { eventNumber, isNeeded } from '@raftlens/trace';
import type { Screen } from './screen/screen.ts';
import { virtualEpochMs } from './virtual-epoch.ts';

/** What a network that tells of its messages belongs to. */
export interface Told {
  readonly options: {
    readonly observe?: Observer | undefined;
    readonly screen?: Screen | undefined;
    readonly run: string;
  };
  readonly nowMs: number;
}

/** Tells, for the harness, what the network did to a message, and why. */
export function tellFate(
  { options, nowMs }: Told,
  event: 'message.dropped' | 'message.duplicated',
  message: Message,
  cause: string,
): void {
  const { observe, screen } = options;
  if (screen !== undefined && event === 'message.dropped') screen.reached['message-lost'] += 1;
  if (observe === undefined) return;
  const { attention } = observe;
  if (attention !== undefined && !isNeeded(attention, eventNumber[event], false)) return;
  observe({
    event,
    time: virtualEpochMs + nowMs,
    run: options.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
    cause,
  });
}
