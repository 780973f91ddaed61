import type { EventOf } from '../trace-event.ts';
import { name, type Renderers, remark, sentence, told, words } from './notation.ts';

type ReadEvent = EventOf<'read.started'> | EventOf<'read.served'>;
type ClientEvent = EventOf<'client.invoked'> | EventOf<'client.returned'>;

/** What clients ask and get. */
export const clientRenderers: Renderers<ReadEvent['event'] | ClientEvent['event']> = {
  'read.started': (event) => `starts ${read(event)}`,
  'read.served': (event) => `serves ${read(event)}`,
  'client.invoked': (event) => sentence(`client ${name(event.client)} calls`, operation(event)),
  'client.returned': (event) =>
    sentence(
      `client ${name(event.client)} returns from`,
      operation(event),
      event.ok === false ? '(outcome unknown)' : undefined,
    ),
};

function read(event: ReadEvent): string {
  return sentence(
    `a ${name(event.mode)} read`,
    told('at', event.readIndex),
    remark(told('client', event.client, name)),
  );
}

function operation(event: ClientEvent): string {
  return sentence(
    name(event.op),
    event.key === undefined ? undefined : name(event.key),
    told('=', event.value, words),
  );
}
