import { catalogue } from './catalogue.ts';
import { eventNumber } from './event-number.ts';
import { type MessageKind, messageKinds } from './message-kind.ts';
import type { EventName, EventOf, TraceEvent } from './trace-event.ts';

/** The events that tell of a message. */
export type MessageEventName =
  | 'message.sent'
  | 'message.received'
  | 'message.dropped'
  | 'message.duplicated';

const messageEvents: readonly MessageEventName[] = [
  'message.sent',
  'message.received',
  'message.dropped',
  'message.duplicated',
];

const events = Object.keys(catalogue).length;

/** So many slots there are. */
export const slotCount: number = events + messageEvents.length * messageKinds.length;

/** The first slot of each event that has several, by `eventNumber`. */
const firstSlots: readonly (number | undefined)[] = Object.keys(catalogue).map((name) => {
  const place = messageEvents.indexOf(name as MessageEventName);
  return place < 0 ? undefined : events + place * messageKinds.length;
});

/** As {@link eventNumber}: a map is faster where a name may be any of them. */
const numbers: ReadonlyMap<string, number> = new Map(Object.entries(eventNumber));

/**
 * The place of an event in tables that tell messages apart by their kinds too: what most events are
 * is messages, and who looks at one kind of them need not look at all.
 */
export function slotOf(event: TraceEvent): number {
  const number = numbers.get(event.event) ?? 0;
  const first = firstSlots[number];
  if (first === undefined) return number;
  return first + kindNumber((event as EventOf<MessageEventName>).kind);
}

/** The slot of this event for messages of the first kind; see {@link kindNumber}. */
export function firstMessageSlot(event: MessageEventName): number {
  return events + messageEvents.indexOf(event) * messageKinds.length;
}

/** Every slot of an event. */
export function slotsOf(event: EventName): readonly number[] {
  const number = eventNumber[event];
  const first = firstSlots[number];
  return first === undefined ? [number] : messageKinds.map((_, kind) => first + kind);
}

/** The place of a kind among all of them; what is most common is found first. */
export function kindNumber(kind: MessageKind): number {
  if (kind === 'AppendEntries') return 4;
  if (kind === 'AppendEntriesResponse') return 5;
  if (kind === 'RequestVote') return 0;
  if (kind === 'RequestVoteResponse') return 1;
  return messageKinds.indexOf(kind);
}
