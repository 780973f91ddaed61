import { core, defaultSettings, type Message, type Server, type StoredState } from '@raftlens/core';

/** One server with its storage and its state machine: here the commands that it applied. */
export interface Node {
  readonly server: Server;
  disk: StoredState;
  readonly applied: unknown[];
}

/** The network: what is on the way, in order. */
export const network: Message[] = [];

/** Starts a server with what its disk holds, at time `now`, ms; `life` counts its starts. */
export function start(id: string, disk: StoredState, life: number, now: number): Node {
  const voters = ['n1', 'n2', 'n3'];
  const settings = defaultSettings;
  // Use Math.random: servers must not time out together for ever. This one gives equal runs.
  const random = (): number => ((Number(id.slice(1)) * 7 + life * 3) % 10) / 10;
  const options = { id, voters, settings, random, stored: disk, incarnation: life };
  return { server: core.createServer(options, now), disk, applied: [] };
}

/** A client's command reaches a server; false when that does not lead. */
export function submit(node: Node, command: string, now: number): boolean {
  const proposed = core.propose(node.server, command, command, now);
  settle(node, now);
  return proposed !== undefined;
}

/** Time goes on to `now`: what is on the way arrives, and timers that are due fire. */
export function run(nodes: readonly Node[], now: number): void {
  for (const message of network.splice(0)) {
    const node = nodes.find(({ server }) => server.id === message.to);
    if (node === undefined) continue;
    core.receive(node.server, message, now);
    settle(node, now);
  }
  for (const node of nodes) {
    if (core.nextDeadline(node.server) <= now) core.tick(node.server, now);
    settle(node, now);
  }
}

/** Does what a server wants done, in this order: disk, messages, state machine. */
function settle(node: Node, now: number): void {
  for (;;) {
    const { write, messages, committed } = core.takeEffects(node.server);
    if (write === undefined && messages.length === 0 && committed.length === 0) return;
    if (write !== undefined) {
      const { currentTerm, votedFor, fromIndex, entries } = write;
      const kept = node.disk.entries.slice(0, fromIndex - 1);
      node.disk = { currentTerm, votedFor, entries: [...kept, ...entries] };
      core.persisted(node.server, write, now); // Not before the disk says that it is so.
    }
    network.push(...messages);
    for (const { command } of committed) node.applied.push(command);
  }
}
