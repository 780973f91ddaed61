import {
  type Configuration,
  createServer,
  defaultSettings,
  type Effects,
  type Entry,
  type Message,
  type Observer,
  persisted,
  receive,
  type Server,
  type Settings,
  takeEffects,
  tick,
} from '@raftlens/core';
import { buildMessage } from '../transcript/build-message.ts';
import { readWords } from '../transcript/read-words.ts';

/** What is unusual about a server: entries and settings on top of the usual ones. */
export interface Unusual {
  readonly settings?: Partial<Settings>;
  readonly voters?: readonly string[];
  readonly learners?: readonly string[];
  readonly observer?: Observer;
  /** Behind those of the log. */
  readonly entries?: readonly Entry[];
}

/** n1 of the cluster n1 n2 n3; `stored` as in `term=3 vote=n2 log=1,1,3`. */
export function follower(stored = '', unusual: Unusual = {}): Server {
  const { named, terms } = readWords(stored.split(' '));
  const { settings, voters = ['n1', 'n2', 'n3'], learners, observer, entries = [] } = unusual;
  return createServer(
    {
      id: 'n1',
      voters,
      learners,
      settings: { ...defaultSettings, ...settings },
      random: () => 0.5,
      observer,
      stored: {
        currentTerm: Number(named.get('term') ?? 0),
        votedFor: named.get('vote'),
        entries: [...terms('log'), ...entries],
      },
    },
    0,
  );
}

/** n1 of the cluster of so many: n1, n2, n3, ... */
export function voters(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `n${index + 1}`);
}

/** An entry with a membership; `outgoing` are the voters of C_old where it is joint. */
export function membership(term: number, given: Partial<Configuration>): Entry {
  const configuration = { voters: [], votersOutgoing: [], learners: [], ...given };
  return { term, command: undefined, hash: 'membership', configuration };
}

/** The same, once its election timer has fired; what it wanted done is done. */
export function candidate(stored?: string, unusual?: Unusual): Server {
  const server = follower(stored, unusual);
  tick(server, server.electionDeadline);
  done(server);
  return server;
}

/** The same, once the others have given it their votes, or as many of them as it takes. */
export function leader(stored?: string, unusual?: Unusual): Server {
  const server = candidate(stored, unusual);
  const { currentTerm: term } = server;
  for (const peer of otherVoters(server)) {
    if (server.role !== 'candidate') break;
    hear(
      server,
      `RequestVoteResponse ${peer} n1 term=${term} requestTerm=${term} voteGranted=true`,
    );
  }
  return server;
}

/** Hands over a message as in {@link buildMessage}, does what is wanted, and returns that. */
export function hear(server: Server, message: string): Effects {
  receive(server, buildMessage(message.split(' ')), server.now);
  return done(server);
}

/** The same with entries that words cannot tell. */
export function hearEntries(server: Server, message: string, entries: readonly Entry[]): Effects {
  const built = buildMessage(message.split(' '));
  if (built.kind !== 'AppendEntries') throw new Error('entries come with AppendEntries');
  receive(server, { ...built, entries }, server.now);
  return done(server);
}

/** A follower of a leader of this term agrees through an index; `more` words behind that. */
export function agree(server: Server, from: string, matchIndex: number, more = ''): Effects {
  const { currentTerm: term } = server;
  const header = `AppendEntriesResponse ${from} n1 term=${term} requestTerm=${term}`;
  return hear(server, `${header} success=true matchIndex=${matchIndex}${more}`);
}

/** Takes the effects and reports the write as durable. */
export function done(server: Server): Effects {
  const effects = takeEffects(server);
  if (effects.write !== undefined) persisted(server, effects.write, server.now);
  return effects;
}

/** The answer among the effects, of the kind that is expected. */
export function answer<Kind extends Message['kind']>(
  { messages }: Effects,
  kind: Kind,
): Extract<Message, { kind: Kind }> {
  for (const message of messages) {
    if (isOf(message, kind)) return message;
  }
  throw new Error(`no ${kind} among ${messages.length} messages`);
}

/** Terms of the log. */
export function logTerms(server: Server): readonly number[] {
  return server.log.entries.map(({ term }) => term);
}

function otherVoters({ id, configuration }: Server): readonly string[] {
  const all = [...configuration.voters, ...configuration.votersOutgoing];
  return [...new Set(all)].filter((each) => each !== id);
}

function isOf<Kind extends Message['kind']>(
  message: Message,
  kind: Kind,
): message is Extract<Message, { kind: Kind }> {
  return message.kind === kind;
}
