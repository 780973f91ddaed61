import type { BareEvent } from '../bare-event.ts';
import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { type JsonFields, parseFields } from '../json-fields.ts';
import { known } from '../known.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader, type ReadStamp } from '../stamp.ts';
import { readTextLine } from './text-line.ts';
import { tellText } from './text-words.ts';

const marks: readonly string[] = ['"c":"ELECTION"', '"c":"REPL"'];
const textMarks: readonly string[] = [' ELECTION ', ' REPL '];
const level = 'default';

const capabilities: readonly Capability[] = [
  { event: 'timer.expired', fields: ['timer'], level },
  { event: 'election.started', fields: ['term', 'role'], level },
  { event: 'role.changed', fields: ['term', 'role', 'from', 'cause'], level },
];

/** Replica sets elect as Raft does. A server is named after its file. */
export const mongodbFormat: Format = {
  id: 'mongodb',
  title: 'MongoDB replica sets: JSON, and text before 4.4',
  capabilities,
  filter: { anyOf: [...marks, ...textMarks], why: 'not of elections' },
  detect(sample) {
    const readStamp = createStampReader();
    return sample.some(
      (line) =>
        (line.startsWith('{"t":{"$date":"') && isOfElections(line)) ||
        readTextLine(line, readStamp) !== undefined,
    )
      ? 0.95
      : 0;
  },
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const readStamp = createStampReader();
    const tellOfText = createTextTeller(node, readStamp);
    return createLineReader(file, {
      tell(text) {
        if (!text.startsWith('{')) {
          const told = tellOfText(text);
          if (told.kind === 'events') census.speaks(node);
          return told;
        }
        if (!isOfElections(text)) return { kind: 'ignored', why: 'not of elections' };
        const line = parseFields(text);
        const message = line?.text('msg');
        const time = readStamp(line?.object('t')?.text('$date') ?? '', 0)?.time;
        if (line === undefined || message === undefined || time === undefined) {
          return { kind: 'broken', why: "no JSON of mongod's, or no message or time" };
        }
        census.speaks(node);
        const events = tellMessage(node, message, line.object('attr'));
        if (events === undefined) return { kind: 'ignored', why: aboutElse(text) };
        return { kind: 'events', time, events };
      },
      census,
    });
  },
};

function createTextTeller(node: string, readStamp: ReadStamp): (text: string) => Told {
  let leads = false;
  return (text) => {
    const line = readTextLine(text, readStamp);
    if (line === undefined) return { kind: 'ignored', why: 'not of elections' };
    const events = tellText(node, line.message, leads);
    if (events === undefined) return { kind: 'ignored', why: aboutElse(text) };
    for (const event of events) if (event.event === 'role.changed') leads = event.to === 'leader';
    return { kind: 'events', time: line.time, events };
  };
}

/** Of the replica set's component most lines are about copying the log, and not about who leads. */
function aboutElse(text: string): string {
  return text.includes('"c":"REPL"') || text.includes(' REPL ')
    ? 'about replication'
    : 'in unknown words';
}

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
  if (/^(?:Conducting a dry run|VoteRequester|Starting an election|Not )/.test(message)) return [];
  if (message !== 'Replica set state transition') return undefined;
  // That it is PRIMARY now, the line of the election says better.
  if (attr?.text('oldState') !== 'PRIMARY') return [];
  return [{ event: 'role.changed', node, role: 'follower', from: 'leader', to: 'follower' }];
}

/** A number, or `{"$numberLong":"74"}`. */
function termOf(attr: JsonFields | undefined, key: string): number | undefined {
  return attr?.integer(key) ?? attr?.object(key)?.integer('$numberLong');
}
