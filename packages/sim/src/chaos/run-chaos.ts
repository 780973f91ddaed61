import type { Core, Observer, Server } from '@raftlens/core';
import { schemaId } from '@raftlens/trace';
import type { CapsuleOperation } from '../capsule/capsule.ts';
import type { Decider } from '../capsule/decider.ts';
import { underFigureTwo } from '../oracles/figure-two.ts';
import { referenceOf } from '../oracles/held-core.ts';
import { type Divergence, inLockstep } from '../oracles/lockstep.ts';
import { panicFact, wordsOfPanic } from '../panic.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { ChaosFailure } from './chaos-failure.ts';
import { ChaosHalted } from './chaos-halted.ts';
import { type ChaosSettings, drawSettings } from './chaos-settings.ts';
import { type Client, createClient, type History } from './client.ts';
import { converge } from './converge.ts';
import { drawPlan } from './draw-plan.ts';
import { checkLinearizable } from './linearizability.ts';
import { chaosStepLimit, passTime } from './pass-time.ts';
import type { FaultPlan } from './plan.ts';
import { startMachine } from './power.ts';
import { createService, type StoreService } from './service.ts';
import { indexOf, strikePlan } from './strike-plan.ts';
import { tellBreach } from './tell-breach.ts';
import { tellDivergence } from './tell-divergence.ts';
import { type Touched, touchedBy } from './touched.ts';
import { createWorld, type World } from './world.ts';

/** The name of the chaos test in scenarios and traces. */
export const chaosTest = 'chaos';

/** What of a chaos trial can be given; all else is drawn from the seed. */
export interface ChaosOptions {
  /** The faults, in place of those that the seed would draw. */
  readonly plan?: FaultPlan | undefined;
  /** Intensities in place of the defaults, by fault or load, in its unit; 0 leaves it out. */
  readonly intensities?: Readonly<Record<string, number>> | undefined;
}

/** What one chaos trial is run with. */
export interface ChaosRun extends ChaosOptions {
  readonly seed: number;
  readonly core: Core;
  readonly scenario: string;
  /** Virtual time at which it begins, ms. */
  readonly startMs: number;
  readonly observe: Observer | undefined;
  readonly halted: (() => boolean) | undefined;
  /** Sees how all servers stand after each step. */
  readonly look?: ((servers: readonly (Server | undefined)[]) => void) | undefined;
  /** Notes what chance decides, or decides in its place. */
  readonly decider?: Decider | undefined;
  /** What a capsule says, in place of what the seed would draw. */
  readonly script?: ChaosScript | undefined;
}

/** A chaos trial that is laid down but for its plan and its decider. */
export interface ChaosScript {
  readonly settings: ChaosSettings;
  readonly operations: readonly CapsuleOperation[];
  /** The liveness phase follows. */
  readonly converges: boolean;
}

/** How one chaos trial ended. */
export interface ChaosResult {
  readonly failure: string | undefined;
  readonly halted: boolean;
  readonly endMs: number;
  readonly steps: number;
  /** What happened while the faults lasted; the liveness phase is not in it. */
  readonly touched: Touched;
}

/** The faults that a seed draws. */
export function planOf(
  seed: number,
  intensities?: Readonly<Record<string, number>> | undefined,
): FaultPlan {
  const { size, safetyMs } = drawSettings(seed, chaosTest, intensities);
  return drawPlan({ seed, run: chaosTest, size, untilMs: safetyMs, intensities });
}

/**
 * One trial beyond the lab: clients work while faults strike (the safety phase); then all faults
 * end and the cluster must recover (the liveness phase); in the end what clients saw must be
 * linearizable, also where the cluster did not recover.
 */
export function runChaos(run: ChaosRun): ChaosResult {
  const chosen = run.script?.settings ?? drawSettings(run.seed, chaosTest, run.intensities);
  run.decider?.begin(chaosTest);
  tellStart(run, chosen);
  const stage = setStage(run, chosen);
  const { world } = stage;
  const plan = run.plan ?? planOf(run.seed, run.intensities);
  const endFaults = strikePlan(world, plan);
  const outcome = attempt(() => perform(stage, chosen, endFaults, run.script));
  const head = { time: virtualEpochMs + world.nowMs, run: chaosTest };
  if (outcome instanceof ChaosFailure) {
    const { fact, message } = outcome;
    run.observe?.({ ...head, event: 'test.observed', fact, message });
  }
  const failure = outcome instanceof ChaosFailure ? outcome : (stage.breach ?? stage.divergence);
  if (failure !== undefined) {
    const { message } = failure;
    run.observe?.({ ...head, event: 'test.failed', test: chaosTest, message });
  } else if (outcome === undefined) {
    run.observe?.({ ...head, event: 'test.passed', test: chaosTest });
  }
  return {
    failure: failure?.message,
    halted: outcome instanceof ChaosHalted,
    endMs: world.nowMs,
    steps: world.steps,
    touched: stage.touched ?? touchedBy(world.tally),
  };
}

interface Stage {
  readonly world: World;
  readonly service: StoreService;
  readonly history: History;
  readonly clients: readonly Client[];
  readonly closer: Client;
  /** What Figure 2 does not allow; told when it came. */
  breach: ChaosFailure | undefined;
  /** Where a server parted from a correct one; told when it did. */
  divergence: ChaosFailure | undefined;
  touched: Touched | undefined;
}

const keys = ['x', 'y', 'z'];

function setStage(run: ChaosRun, chosen: ChaosSettings): Stage {
  const { thinkMs, clients: _, safetyMs: _safetyMs, ...cluster } = chosen;
  const { core, seed, startMs, observe, halted, decider, look } = run;
  const service = createService(() => world);
  const note = (divergence: Divergence): void => {
    stage.divergence = tellDivergence(world, divergence);
  };
  const reference = referenceOf(core);
  const held = underFigureTwo(core, (breach) => {
    stage.breach = tellBreach(world, breach);
  });
  const world: World = createWorld(
    {
      core: reference === undefined ? held : inLockstep(held, reference, note),
      ...cluster,
      seed,
      run: chaosTest,
      startMs,
      observe,
      halted,
      decider,
      look,
    },
    service,
  );
  const history: History = { operations: [], position: 0 };
  const clientOf = (_: unknown, number: number): Client => {
    const scripted = run.script !== undefined && number < chosen.clients;
    return createClient({ world, history, id: `c${number + 1}`, keys, thinkMs, scripted });
  };
  const all = Array.from({ length: chosen.clients + 1 }, clientOf);
  service.onAnswer = (_machine, command, answer) => {
    const client = all.find(({ id }) => id === command.client);
    world.queue.push(world.nowMs + chosen.hopMs, {
      kind: 'call',
      call: () => client?.answer(command, answer),
    });
  };
  const [closer, ...clients] = all.toReversed();
  if (closer === undefined) throw new Error('a chaos trial has a client at least');
  const rest = { breach: undefined, divergence: undefined, touched: undefined };
  const stage: Stage = { world, service, history, clients, closer, ...rest };
  return stage;
}

function attempt(trial: () => void): ChaosFailure | ChaosHalted | undefined {
  try {
    trial();
    return undefined;
  } catch (error) {
    if (error instanceof ChaosFailure || error instanceof ChaosHalted) return error;
    return new ChaosFailure(panicFact, wordsOfPanic(error));
  }
}

function perform(
  stage: Stage,
  chosen: ChaosSettings,
  endFaults: () => void,
  script: ChaosScript | undefined,
): void {
  const { world, history, clients, closer } = stage;
  const sleep = (ms: number): void => sleepIn(stage, ms);
  for (const machine of world.machines) startMachine(world, machine);
  for (const client of clients) client.start();
  scheduleRequests(stage, script?.operations ?? []);
  sleep(chosen.safetyMs);
  stage.touched = touchedBy(world.tally);
  if (script?.converges === false) return;
  endFaults();
  world.options.decider?.heal();
  for (const client of clients) client.stop();
  const stuck = catchFailure(() => converge({ world, clients, closer, sleep }));
  if (stuck !== undefined && stuck === stage.service.failure) throw stuck;
  const open = [...clients, closer].flatMap((client) => client.open() ?? []);
  const verdict = checkLinearizable([...history.operations, ...open]);
  if (verdict.kind === 'violated') {
    throw new ChaosFailure(
      'not-linearizable',
      `what clients saw of key ${verdict.key} has no order`,
    );
  }
  if (stuck !== undefined) throw stuck;
}

/** What a step fails with, so that something worse can still be looked for. */
function catchFailure(step: () => void): ChaosFailure | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    if (error instanceof ChaosFailure) return error;
    throw error;
  }
}

/** Has clients ask what a capsule says, when and whom it says. */
function scheduleRequests(
  { world, clients }: Stage,
  operations: readonly CapsuleOperation[],
): void {
  for (const { at, to, client: id, kind, key, again } of operations) {
    const client = clients.find((each) => each.id === id);
    if (client === undefined || kind === undefined || key === undefined) continue;
    const request = { kind, key, again: again === true };
    const call = (): void => client.ask({ ...request, to: indexOf(world, to) });
    world.queue.push(world.nowMs + at, { kind: 'call', call });
  }
}

function sleepIn({ world, service }: Stage, ms: number): void {
  const arrived = passTime(world, world.nowMs + ms);
  if (service.failure !== undefined) throw service.failure;
  if (world.steps > chaosStepLimit) {
    throw new ChaosFailure('storm', `more than ${chaosStepLimit} messages and timers in one trial`);
  }
  if (!arrived) throw new ChaosHalted();
}

function tellStart({ seed, scenario, startMs, observe }: ChaosRun, chosen: ChaosSettings): void {
  const { electionTimeoutMs, heartbeatIntervalMs, preVote, checkQuorum, leaseDriftMs } =
    chosen.settings;
  const head = { time: virtualEpochMs + startMs, run: chaosTest };
  observe?.({
    ...head,
    event: 'trace.started',
    schema: schemaId,
    producer: 'raftlens',
    nodes: Array.from({ length: chosen.size }, (_, index) => `n${index + 1}`),
    config: { electionTimeoutMs, heartbeatIntervalMs, preVote, checkQuorum, leaseDriftMs },
    clock: 'virtual',
    seed: String(seed),
    scenario,
  });
  const message = 'Clients work under faults; then the cluster must recover, and answers must fit';
  observe?.({ ...head, event: 'test.started', test: chaosTest, message });
}
