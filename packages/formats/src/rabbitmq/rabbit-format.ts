import { createCensus } from '../census.ts';
import type { Format } from '../format.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader } from '../stamp.ts';
import type { GroupState } from './group-state.ts';
import { debugLevel, rabbitCapabilities } from './rabbit-capabilities.ts';
import { type RabbitLine, readRabbitLine } from './rabbit-line.ts';
import { tellRaft } from './raft-words.ts';

/** RabbitMQ: each quorum queue is a Raft group of its own, by the library ra. */
export const rabbitFormat: Format = {
  id: 'rabbitmq',
  title: 'RabbitMQ 3.8 and newer: quorum queues (ra), and ra by itself',
  capabilities: rabbitCapabilities,
  detect(sample) {
    const readStamp = createStampReader();
    let surest = 0;
    for (const text of sample) {
      const line = readRabbitLine(text, readStamp);
      if (line === undefined) continue;
      if (line.group !== undefined) return 0.95;
      surest = 0.7;
    }
    return surest;
  },
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const levels = new Set<string>();
    const server: Server = { groups: new Map(), id: undefined, inc: 1, time: 0, mixed: false };
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        const line = readRabbitLine(text, readStamp);
        if (line === undefined) {
          return { kind: 'ignored', why: text.trim() === '' ? 'blank' : 'other line' };
        }
        if (line.level === 'debug') levels.add(debugLevel);
        if (line.group === undefined) return tellServer(server, line, census.speaks);
        if (server.mixed && line.node === undefined) {
          return { kind: 'ignored', why: mixedWhy };
        }
        server.time = line.time;
        const words = tellRaft(stateOf(server, line.group, line.node), line.words, census);
        if (words === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
        return typeof words === 'string'
          ? { kind: 'ignored', why: words }
          : { kind: 'events', time: line.time, events: words };
      },
      self: () => server.id,
      node,
      census,
      levels,
    });
  },
};

interface Server {
  readonly groups: Map<string, GroupState>;
  /** The Erlang node. */
  id: string | undefined;
  inc: number;
  /** Of the line before. */
  time: number;
  /** The lines of several servers are mixed, and do not say whose they are. */
  mixed: boolean;
}

function stateOf({ groups, id, inc }: Server, group: string, node: string | undefined): GroupState {
  const key = node === undefined ? group : `${group} ${node}`;
  const state = groups.get(key) ?? { group, node: id, inc, role: undefined };
  state.node = node ?? id;
  state.inc = inc;
  groups.set(key, state);
  return state;
}

const mixedWhy = 'of several servers, and not said of which';
/** A log that stands behind another lasts longer than this, ms. */
const shortest = 1000;

const ownNode = /^ ?node {1,20}: (\S{1,300})$/;
const ownFolder =
  /^starting Ra system: \S{1,100} in directory: \S{0,1000}\/([^\s/]{1,200}@[^\s/]{1,200})$/;

/** Lines of the server itself: who it is, and that its queues begin anew. */
function tellServer(
  server: Server,
  { time, words }: RabbitLine,
  speaks: (node: string) => void,
): Told {
  const id = (ownNode.exec(words) ?? ownFolder.exec(words))?.[1];
  if (id !== undefined) {
    // Where one log follows another, the time goes back; a server does not become another one.
    const other = server.id !== undefined && server.id !== id;
    if (other && time > server.time - shortest) server.mixed = true;
    server.id = id;
    speaks(id);
  }
  if (!words.startsWith('starting Ra system: quorum_queues')) {
    return { kind: 'ignored', why: 'not of Raft' };
  }
  server.time = time;
  if (server.mixed) return { kind: 'ignored', why: mixedWhy };
  if (server.groups.size === 0) return { kind: 'events', time, events: [] };
  // A process that was killed says nothing of its end: its queues lead nobody any more.
  server.inc += 1;
  const events = [...server.groups.values()].map(({ group, node }) => ({
    event: 'node.started' as const,
    node: server.id ?? node ?? '',
    group,
    inc: server.inc,
  }));
  return { kind: 'events', time, events };
}
