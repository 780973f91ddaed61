import type { Envelope } from './envelope.ts';
import type { FieldSpec } from './field-types.ts';

/** Every key of the envelope that is written, in the order of writing, as the catalogue does it. */
export const envelopeFields: Readonly<Record<Exclude<keyof Envelope, 'at'>, FieldSpec>> = {
  time: {
    type: 'number',
    doc: 'ms since the epoch, fractions down to the microsecond; virtual in a simulation',
    required: true,
  },
  node: { type: 'text', doc: "the server's id; absent on what the harness says" },
  seq: { type: 'integer', doc: 'per-server counter, +1 an event: program order, and lost lines' },
  inc: { type: 'integer', doc: 'incarnation: +1 per restart of that server' },
  term: { type: 'integer', doc: "the server's currentTerm after the event" },
  role: { type: 'role', doc: "the server's role after the event" },
  group: { type: 'text', doc: 'Raft group, where one process has many' },
  run: { type: 'text', doc: 'run id, where one file has many' },
  caller: { type: 'text', doc: 'where in its own program the server wrote it: raft.go:123' },
};
