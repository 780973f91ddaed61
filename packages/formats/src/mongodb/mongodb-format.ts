import type { BareEvent } from '../bare-event.ts';
import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { type JsonFields, parseFields } from '../json-fields.ts';
import { known } from '../known.ts';
import { createLineReader } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader } from '../stamp.ts';

const marks: readonly string[] = ['"c":"ELECTION"', '"c":"REPL"'];
const level = 'default';

const capabilities: readonly Capability[] = [
  { event: 'timer.expired', fields: ['timer'], level },
  { event: 'election.started', fields: ['term', 'role'], level },
  { event: 'role.changed', fields: ['term', 'role', 'from', 'cause'], level },
];

/** mongod 4.4 and newer: replica sets elect as Raft does. A server is named after its file. */
export const mongodbFormat: Format = {
  id: 'mongodb',
  title: 'MongoDB 4.4 and newer, replica sets (structured log)',
  capabilities,
  filter: { anyOf: marks, why: 'not of elections' },
  detect: (sample) =>
    sample.some((line) => line.startsWith('{"t":{"$date":"') && isOfElections(line)) ? 0.95 : 0,
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!isOfElections(text)) return { kind: 'ignored', why: 'not of elections' };
        const line = parseFields(text);
        const message = line?.text('msg');
        const time = readStamp(line?.object('t')?.text('$date') ?? '', 0)?.time;
        if (line === undefined || message === undefined || time === undefined) {
          return { kind: 'broken', why: "no JSON of mongod's, or no message or time" };
        }
        census.speaks(node);
        const events = tellMessage(node, message, line.object('attr'));
        if (events === undefined) return { kind: 'ignored', why: 'in unknown words' };
        return { kind: 'events', time, events };
      },
      census,
    });
  },
};

function isOfElections(text: string): boolean {
  return marks.some((mark) => text.includes(mark));
}

function tellMessage(
  node: string,
  message: string,
  attr: JsonFields | undefined,
): readonly BareEvent[] | undefined {
  if (message.startsWith('Election succeeded, assuming primary role')) {
    const me = { node, ...known({ term: termOf(attr, 'term') }), role: 'leader' } as const;
    return [{ event: 'role.changed', ...me, to: 'leader', cause: 'won-election' }];
  }
  if (message.startsWith("Starting an election, since we've seen no PRIMARY")) {
    return [{ event: 'timer.expired', node, timer: 'election' }];
  }
  if (message.startsWith('Dry election run succeeded')) {
    const me = { node, ...known({ term: termOf(attr, 'newTerm') }), role: 'candidate' } as const;
    return [{ event: 'election.started', ...me }];
  }
  if (message !== 'Replica set state transition') return undefined;
  // That it is PRIMARY now, the line of the election says better.
  if (attr?.text('oldState') !== 'PRIMARY') return [];
  return [{ event: 'role.changed', node, role: 'follower', from: 'leader', to: 'follower' }];
}

/** A number, or `{"$numberLong":"74"}`. */
function termOf(attr: JsonFields | undefined, key: string): number | undefined {
  return attr?.integer(key) ?? attr?.object(key)?.integer('$numberLong');
}
