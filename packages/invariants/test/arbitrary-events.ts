import {
  catalogue,
  type EventName,
  type FieldSpec,
  messageKinds,
  roles,
  type TraceEvent,
} from '@raftlens/trace';
import fc from 'fast-check';
import { rules } from '../src/index.ts';

const node = fc.constantFrom('n1', 'n2', 'n3', 'n4');
const small = fc.nat(5);

/** Words that some rule looks for, by field, so that random traces get that far. */
const words: Readonly<Record<string, readonly string[]>> = {
  fault: ['partition', 'crash', 'drop'],
  timer: ['election', 'heartbeat', 'quorum-check'],
  fact: ['leaders-in-term', 'no-leader', 'applied-out-of-order', 'values-disagree', 'other'],
  clock: ['virtual', 'wall'],
  hash: ['aa', 'bb'],
  cause: ['leader-alive', 'higher-term', 'won-election'],
};

function fieldOf(name: string, { type }: FieldSpec): fc.Arbitrary<unknown> {
  switch (type) {
    case 'text':
      return words[name] === undefined ? node : fc.constantFrom(...words[name]);
    case 'integer':
      return small;
    case 'number':
      return fc.double({ min: -10, max: 400, noNaN: true });
    case 'flag':
      return fc.boolean();
    case 'texts':
      return fc.array(node, { maxLength: 4 });
    case 'range':
      return fc.tuple(small, small);
    case 'role':
      return fc.constantFrom(...roles);
    case 'kind':
      return fc.constantFrom(...messageKinds);
    case 'entries':
      return fc.array(
        fc.record({ term: small, hash: fc.constantFrom('aa', 'bb') }, { requiredKeys: ['term'] }),
        { maxLength: 3 },
      );
    case 'settings':
      return fc.record(
        { electionTimeoutMs: fc.tuple(small, small), checkQuorum: fc.boolean() },
        { requiredKeys: [] },
      );
    case 'links':
      return fc.array(fc.tuple(node, node), { maxLength: 2 });
  }
}

type Fields = Readonly<Record<string, FieldSpec>>;

/** An event with every field (`whole`), or with its required ones and any of the others. */
function eventOf(name: string, fields: Fields, whole: boolean): fc.Arbitrary<TraceEvent> {
  const required = Object.keys(fields).filter((key) => fields[key]?.required === true);
  const own = Object.entries(fields).map(([key, spec]) => [key, fieldOf(key, spec)]);
  const server = {
    node,
    seq: fc.nat(20),
    inc: fc.nat(2),
    term: small,
    role: fc.constantFrom(...roles),
  };
  const model: Record<string, fc.Arbitrary<unknown>> = {
    event: fc.constant(name),
    time: fc.nat(5000),
    ...(whole && /^(trace|fault|test)\./.test(name) ? {} : server),
    ...Object.fromEntries(own),
  };
  const requiredKeys = whole ? Object.keys(model) : ['event', 'time', ...required];
  // The catalogue gave each field its type, which the compiler cannot follow.
  return fc.record(model, { requiredKeys }).map((event) => event as unknown as TraceEvent);
}

/** Any events: those that rules look at come more often. */
function anyEvents(whole: boolean): fc.Arbitrary<readonly TraceEvent[]> {
  const looked = new Set(rules.flatMap(({ needs }) => needs.map(({ event }) => event)));
  const weighted = Object.entries(catalogue).map(([name, { fields }]) => ({
    weight: looked.has(name as EventName) ? 5 : 1,
    arbitrary: eventOf(name, fields, whole),
  }));
  return fc.array(fc.oneof(...weighted), { maxLength: 60, size: 'max' });
}

/** Gives each server's events the numbers that it would, in one life. */
function numbered(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const last = new Map<string, number>();
  return events.map((event) => {
    if (event.node === undefined) return event;
    const seq = (last.get(event.node) ?? 0) + 1;
    last.set(event.node, seq);
    return { ...event, seq, inc: 1 };
  });
}

/** Whatever the format allows, in any order: mostly what no Raft would write. */
export const arbitraryEvents: fc.Arbitrary<readonly TraceEvent[]> = fc.oneof(
  anyEvents(false),
  anyEvents(true).map(numbered),
);
