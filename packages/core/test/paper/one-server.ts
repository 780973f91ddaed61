import {
  createServer,
  defaultSettings,
  type Effects,
  type Message,
  persisted,
  receive,
  type Server,
  takeEffects,
  tick,
} from '@raftlens/core';
import { buildMessage } from '../transcript/build-message.ts';
import { readWords } from '../transcript/read-words.ts';

/** n1 of the cluster n1 n2 n3; `stored` as in `term=3 vote=n2 log=1,1,3`. */
export function follower(stored = ''): Server {
  const { named, terms } = readWords(stored.split(' '));
  return createServer(
    {
      id: 'n1',
      voters: ['n1', 'n2', 'n3'],
      settings: defaultSettings,
      random: () => 0.5,
      stored: {
        currentTerm: Number(named.get('term') ?? 0),
        votedFor: named.get('vote'),
        entries: terms('log'),
      },
    },
    0,
  );
}

/** The same, once its election timer has fired; what it wanted done is done. */
export function candidate(stored?: string): Server {
  const server = follower(stored);
  tick(server, server.electionDeadline);
  done(server);
  return server;
}

/** The same, once n2 has given it its vote. */
export function leader(stored?: string): Server {
  const server = candidate(stored);
  const { currentTerm: term } = server;
  hear(server, `RequestVoteResponse n2 n1 term=${term} requestTerm=${term} voteGranted=true`);
  return server;
}

/** Hands over a message as in {@link buildMessage}, does what is wanted, and returns that. */
export function hear(server: Server, message: string): Effects {
  receive(server, buildMessage(message.split(' ')), server.now);
  return done(server);
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

function isOf<Kind extends Message['kind']>(
  message: Message,
  kind: Kind,
): message is Extract<Message, { kind: Kind }> {
  return message.kind === kind;
}
