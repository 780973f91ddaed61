import { expect, test } from 'vitest';
import {
  catalogue,
  type EventName,
  eventNumber,
  firstMessageSlot,
  kindNumber,
  messageKinds,
  slotCount,
  slotOf,
  slotsOf,
  type TraceEvent,
} from '../src/index.ts';

const names = Object.keys(catalogue) as EventName[];

test('every event has slots of its own, and every slot is below their count', () => {
  const slots = names.flatMap((name) => slotsOf(name));
  expect(new Set(slots).size).toBe(slots.length);
  expect(slots.every((slot) => slot >= 0 && slot < slotCount)).toBe(true);
});

test('an event stands in the slot of its name, a message in that of its kind', () => {
  for (const event of names) {
    for (const kind of messageKinds) {
      const told = { event, time: 0, kind, from: 'n1', to: 'n2' } as unknown as TraceEvent;
      const slots = slotsOf(event);
      expect(slotOf(told)).toBe(slots.length === 1 ? eventNumber[event] : slots[kindNumber(kind)]);
    }
  }
});

test('kinds are numbered as they are listed', () => {
  expect(messageKinds.map(kindNumber)).toEqual(messageKinds.map((_, index) => index));
  expect(slotsOf('message.received')[0]).toBe(firstMessageSlot('message.received'));
});
