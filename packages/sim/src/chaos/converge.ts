import type { Server } from '@raftlens/core';
import { lastIndexOf } from '../oracles/figure-two/step.ts';
import { ChaosFailure } from './chaos-failure.ts';
import type { Client } from './client.ts';
import { sameContents } from './key-value-store.ts';
import { changeAtLeader, everybody } from './membership.ts';
import { createOutsiders } from './outsiders.ts';
import type { World } from './world.ts';

/** So many of the longest election timeouts after the last fault everything must be well. */
const timeoutsToConverge = 40;
/** How often the harness looks, ms. */
const lookMs = 50;
/**
 * How often a new command is given, ms: a leader commits what its predecessors left behind, and
 * takes a change of members, only once it has committed something of its own term (Raft §5.4.2,
 * the thesis' erratum to §4.1).
 */
const commandEveryMs = 250;

/** What the liveness phase works with. */
export interface Convergence {
  readonly world: World;
  readonly clients: readonly Client[];
  /** Gives the commands that every server has to apply. */
  readonly closer: Client;
  /** Lets virtual time pass; throws when the trial is over. */
  sleep(ms: number): void;
}

/**
 * The faults are over and every server runs: within a bounded time one leads, all are members, what
 * clients asked is answered, a new command is committed on all, and all logs and stores are equal
 * (Raft §5.4.3, §5.6). Fails with what is not so.
 */
export function converge({ world, clients, closer, sleep }: Convergence): void {
  const timeoutMs = world.options.settings.electionTimeoutMs[1];
  const boundMs = timeoutsToConverge * timeoutMs + catchUpMs(world);
  const untilMs = world.nowMs + boundMs;
  const outsiders = createOutsiders(world);
  const outsidersOffAtMs = world.nowMs + boundMs / 2;
  let commandAtMs = Number.POSITIVE_INFINITY;
  for (;;) {
    const closing = commandAtMs !== Number.POSITIVE_INFINITY;
    const missing = whatIsMissing(world, clients, closing ? closer : undefined, outsiders.count());
    if (missing === undefined && closing) return;
    if (world.nowMs >= untilMs) {
      const [fact, what] = missing ?? ['no-agreement', 'no new command was given'];
      throw new ChaosFailure(fact, `${Math.round(boundMs)} ms after the last fault ${what}`);
    }
    if (missing === undefined || (!closer.busy() && world.nowMs >= commandAtMs + commandEveryMs)) {
      closer.invoke('put', 'end');
      commandAtMs = world.nowMs;
    } else if (missing[0] === 'members') {
      commandAtMs = Math.min(commandAtMs, world.nowMs);
      changeAtLeader(world, () => everybody(world));
    }
    if (world.nowMs >= outsidersOffAtMs) outsiders.switchOff();
    sleep(lookMs);
    outsiders.takeBack();
  }
}

/**
 * How long the server that lacks most may take to be told the log, ms: with one message under way,
 * of few entries, over slow links, a new member of an old cluster needs more than any election. A
 * round trip takes two hops and two syncs; it gets twice that.
 */
function catchUpMs({ machines, options }: World): number {
  const logs = machines.flatMap(({ server }) => (server === undefined ? [] : lastIndexOf(server)));
  // None may run just now: a server that its disk stopped starts again a moment later.
  const lacking = logs.length === 0 ? 0 : Math.max(...logs) - Math.min(...logs);
  const messages = Math.ceil(lacking / options.settings.maxEntriesPerAppend);
  return messages * 4 * (options.hopMs + options.syncMs);
}

type Missing = readonly [fact: string, what: string];

function whatIsMissing(
  world: World,
  clients: readonly Client[],
  closer: Client | undefined,
  switchedOff: number,
): Missing | undefined {
  const servers = world.machines.flatMap(({ server }) => server ?? []);
  if (servers.length + switchedOff < world.machines.length)
    return ['other', 'not every server runs'];
  const leaders = servers.filter(({ role }) => role === 'leader');
  const [leader] = leaders;
  if (leader === undefined) return ['no-leader', 'no server leads'];
  if (leaders.length > 1) return ['leaders-in-term', `${leaders.length} servers lead`];
  if (!hasEverybody(leader, world.machines.length)) {
    return ['members', 'not every server is a member again'];
  }
  const busy = clients.filter((client) => client.busy()).map(({ id }) => id);
  if (busy.length > 0) return ['no-agreement', `${busy.join(' and ')} still wait for an answer`];
  if (closer?.busy() === true) return ['no-agreement', 'a new command is not committed'];
  return closer === undefined ? undefined : whatDiffers(world, leader);
}

function hasEverybody({ configuration }: Server, size: number): boolean {
  const { voters, votersOutgoing } = configuration;
  return voters.length === size && votersOutgoing.length === 0;
}

function whatDiffers(world: World, leader: Server): Missing | undefined {
  const [first] = world.machines;
  for (const machine of world.machines) {
    const { server, store } = machine;
    if (server === undefined || first === undefined) continue;
    if (lastOf(server) !== lastOf(leader)) {
      return [
        'logs-differ',
        `${machine.id}'s log ends at ${lastOf(server)}, and ${leader.id}'s at ${lastOf(leader)}`,
      ];
    }
    const last = lastIndexOf(leader);
    if (store.applied < last) {
      return ['no-agreement', `${machine.id} has applied ${store.applied} of ${last} entries`];
    }
    if (!sameContents(first.store, store)) {
      return ['values-disagree', `the stores of ${first.id} and ${machine.id} differ`];
    }
  }
  return undefined;
}

/** Index and term of the last entry. */
function lastOf(server: Server): string {
  const term = server.log.entries.at(-1)?.term ?? server.log.baseTerm;
  return `${lastIndexOf(server)} of term ${term}`;
}
