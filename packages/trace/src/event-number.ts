import { catalogue } from './catalogue.ts';
import type { EventName } from './trace-event.ts';

/** Every event by its place in the catalogue, from 0 on: for tables that are read all the time. */
export const eventNumber: Readonly<Record<EventName, number>> = numbered();

function numbered(): Readonly<Record<EventName, number>> {
  const names = Object.keys(catalogue) as EventName[];
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<EventName, number>;
}
