import { core, defaultSettings } from '@raftlens/core';
import type { FaultPlan } from '@raftlens/sim';
import type { EventOf, TraceEvent } from '@raftlens/trace';
import { passTime } from '../../src/chaos/pass-time.ts';
import { startMachine } from '../../src/chaos/power.ts';
import { createService } from '../../src/chaos/service.ts';
import { settle } from '../../src/chaos/settle.ts';
import { strikePlan } from '../../src/chaos/strike-plan.ts';
import { callAfter, createWorld, type World } from '../../src/chaos/world.ts';
import { virtualEpochMs } from '../../src/virtual-epoch.ts';

/** A cluster under a plan, and all that it told; times of events are ms since its beginning. */
export interface Watched {
  readonly world: World;
  readonly events: readonly TraceEvent[];
}

/** What may differ between watched clusters. */
export interface WatchOptions {
  readonly size?: number;
  readonly seed?: number;
  readonly untilMs?: number;
}

/** Runs a cluster under a plan while its leader gets a command every 10 ms. */
export function watch(plan: FaultPlan, options: WatchOptions = {}): Watched {
  const { size = 3, seed = 1, untilMs = 3_000 } = options;
  const events: TraceEvent[] = [];
  const service = createService(() => world);
  const world: World = createWorld(
    {
      core,
      size,
      seed,
      settings: { ...defaultSettings, checkQuorum: false },
      run: 'watched',
      startMs: 0,
      hopMs: 1,
      syncMs: 0,
      snapshotInterval: 0,
      observe: (event) => void events.push({ ...event, time: event.time - virtualEpochMs }),
    },
    service,
  );
  strikePlan(world, plan);
  for (const machine of world.machines) startMachine(world, machine);
  let commands = 0;
  const load = (): void => {
    commands += 1;
    const leader = world.machines.find(({ leads }) => leads);
    if (leader?.server !== undefined && leader.pausedUntilMs <= world.nowMs) {
      core.propose(leader.server, undefined, `h${commands}`, leader.server.now);
      settle(world, leader, leader.server);
    }
    callAfter(world, 10, load);
  };
  load();
  passTime(world, untilMs);
  return { world, events };
}

/** The events of one name, from a time to another. */
export function eventsOf<Name extends TraceEvent['event']>(
  { events }: Watched,
  name: Name,
  fromMs = 0,
  untilMs = Number.POSITIVE_INFINITY,
): readonly EventOf<Name>[] {
  return events.filter(
    (event): event is EventOf<Name> =>
      event.event === name && event.time >= fromMs && event.time < untilMs,
  );
}

/** What became of a message. */
export interface Journey {
  readonly link: string;
  readonly kind: string;
  /** How many entries it carries. */
  readonly entries: number;
  /** How long it took, for each time that it arrived. */
  readonly took: readonly number[];
}

/** What was sent between two times, by link, and how long it took: a time for each receipt. */
export function journeys(watched: Watched, fromMs: number, untilMs: number): readonly Journey[] {
  const received = new Map<string, number[]>();
  for (const event of eventsOf(watched, 'message.received')) {
    const times = received.get(event.id ?? '') ?? [];
    times.push(event.time);
    received.set(event.id ?? '', times);
  }
  return eventsOf(watched, 'message.sent', fromMs, untilMs).map((sent) => ({
    link: `${sent.from}>${sent.to}`,
    kind: sent.kind,
    entries: sent.entries?.length ?? 0,
    took: (received.get(sent.id ?? '') ?? []).map((at) => at - sent.time),
  }));
}
