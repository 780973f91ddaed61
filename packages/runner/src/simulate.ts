import { join } from 'node:path';
import { analyze, fileSource } from '@raftlens/analyzer';
import { coreChanges } from '@raftlens/bugs';
import type { Scenario } from '@raftlens/sim';
import type { ExportCounts, OtlpSettings } from '@raftlens/telemetry';
import { type CampaignResult, runCampaign } from './campaign/run-campaign.ts';
import type { SeedFailure } from './campaign/seed-failure.ts';
import { writeTrace } from './campaign/write-trace.ts';
import type { LoopFlags } from './cli/loop-flags.ts';
import { defaultFolder } from './cli/options/general-options.ts';
import { shellWord } from './cli/shell-word.ts';
import { campaignSchema, writeCampaignShard } from './merge/campaign-shard.ts';
import type { CapsuleReport, FailureReport } from './report/failure-report.ts';
import type { LoopReport } from './report/loop-report.ts';
import { capsulePath, writeCapsule } from './shrink/capsule-file.ts';
import { keptFolder } from './shrink/kept-capsules.ts';
import { shrinkFailure } from './shrink/shrink-failure.ts';

/** Failing runs that get a trace and an analysis; of the others there is the seed. */
const failuresTraced = 10;

/**
 * The longest that a failure is made smaller, ms. Steps end the search before, after two seconds on
 * a machine that has nothing else to do, so that the same failure gives the same capsule.
 */
const budgetMs = 30_000;
/** With --verify-determinism one run in so many is made twice more. */
const verifiedOneIn = 10;

/** A campaign with what surrounds it. */
export interface Simulation {
  readonly scenario: Scenario;
  readonly bug: string | undefined;
  readonly flags: LoopFlags;
  /** How to call this program in the commands that are printed. */
  readonly program: string;
  readonly otlp: OtlpSettings | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, failures: number) => void;
}

/**
 * Runs the campaign, unless it was `made` before; then makes the failing runs again, with their
 * trace, and analyses them. A shard leaves a file to be merged.
 */
export async function simulate(simulation: Simulation, made?: CampaignResult): Promise<LoopReport> {
  const { scenario, bug, flags } = simulation;
  const began = performance.now();
  const result = made ?? (await campaignOf(simulation));
  const spans: ExportCounts[] = [];
  const failures: FailureReport[] = [];
  // Where one run never ended, what is tried to make another one smaller may not end either.
  const someEndless = result.failures.some(({ endless }) => endless === true);
  for (const failure of result.failures.slice(0, failuresTraced)) {
    const report = await investigate(simulation, failure, spans);
    // The first failure of a hunt is worth the time; a single run is most often a replay.
    const first = failures.length === 0 && flags.num > 1 && !someEndless;
    failures.push(first ? { ...report, capsule: await shrunk(simulation, failure) } : report);
  }
  await keepPassing(simulation, result, spans);
  return {
    what: bug === undefined ? scenario.name : `${scenario.name} with ${bug}`,
    runs: result.runs,
    failed: result.failures.length,
    confidence: flags.confidence,
    elapsedMs: Math.round(performance.now() - began),
    failures,
    folder: undefined,
    touched: result.touched,
    spans: simulation.otlp === undefined ? undefined : total(spans),
    interrupted: result.interrupted,
  };
}

async function campaignOf(simulation: Simulation): Promise<CampaignResult> {
  const { scenario, bug, flags } = simulation;
  const { intensities, firstSeed, num, shard } = flags;
  const result = await runCampaign({
    ...{ scenario: scenario.name, bug, intensities, strategy: strategyOf(simulation) },
    ...{ firstSeed, num, shard, untilFail: flags.untilFail, jobs: flags.jobs },
    ...{ signal: simulation.signal, onProgress: simulation.onProgress },
    verifyEvery: verifyEvery(flags),
  });
  // One that was cut short is none: it would look as if its other runs had passed.
  if (shard !== undefined && !result.interrupted) {
    const { runs, failures, touched = null } = result;
    writeCampaignShard(flags.folder, {
      ...{ schema: campaignSchema, scenario: scenario.name, bug: bug ?? null, seed: firstSeed },
      ...{ strategy: flags.strategy ?? null, intensities: intensities ?? null, num, shard },
      ...{ runs, failures, touched },
    });
  }
  return result;
}

/** Of few runs each is verified, as a tenth of them might be none. */
function verifyEvery({ verifyDeterminism, num }: LoopFlags): number | undefined {
  if (!verifyDeterminism) return undefined;
  return num < verifiedOneIn ? 1 : verifiedOneIn;
}

async function investigate(
  simulation: Simulation,
  failure: SeedFailure,
  spans: ExportCounts[],
): Promise<FailureReport> {
  const { scenario, bug, flags } = simulation;
  const path = flags.trace ?? tracePath(simulation, failure.seed);
  const problem =
    failure.endless === true
      ? 'it would not end either'
      : await trace(simulation, failure.seed, path, spans).then(() => undefined, words);
  const untraced = problem === undefined ? '' : ` (no trace could be written: ${problem})`;
  return {
    run: failure.seed - flags.firstSeed + 1,
    seed: failure.seed,
    scenario: scenario.name,
    bug,
    rule: failure.rule,
    term: failure.term,
    nodes: failure.nodes,
    message: `${messageOf(failure)}${untraced}`,
    log: undefined,
    tail: undefined,
    trace: problem === undefined ? path : undefined,
    core: coreChanges(),
    capsule: undefined,
    replay: replayCommand(simulation, failure.seed),
    analysis: problem === undefined ? await analyze([fileSource(path)]) : undefined,
  };
}

/** Makes a failure small, and keeps it as a file; undefined where no capsule can hold it. */
async function shrunk(
  simulation: Simulation,
  { seed, rule }: SeedFailure,
): Promise<CapsuleReport | undefined> {
  const { scenario, bug, flags, program, signal } = simulation;
  const task = { scenario: scenario.name, bug, strategy: strategyOf(simulation) };
  const { intensities } = flags;
  const small = await shrinkFailure({ ...task, intensities, seed, rule, signal, budgetMs });
  if (small === undefined) return undefined;
  const file = capsulePath(keptFolder(flags.folder), small.capsule);
  writeCapsule(file, small.capsule);
  const { parts, decisions, servers } = small.after;
  return { file, parts, decisions, servers, replay: `${program} --replay ${shellWord(file)}` };
}

/** The traces of runs that passed, where they were asked for. */
async function keepPassing(
  simulation: Simulation,
  { runs, failures }: CampaignResult,
  spans: ExportCounts[],
): Promise<void> {
  const { flags } = simulation;
  const failed = new Set(failures.map(({ seed }) => seed));
  const wanted = flags.keep || flags.trace !== undefined || (flags.num === 1 && simulation.otlp);
  const { index, of } = flags.shard ?? { index: 1, of: 1 };
  for (let made = 0; wanted && made < runs; made += 1) {
    const seed = flags.firstSeed + index - 1 + made * of;
    if (failed.has(seed) || simulation.signal.aborted) continue;
    await trace(simulation, seed, flags.trace ?? tracePath(simulation, seed), spans);
  }
}

/**
 * Chaos takes all strategies in turn. The lab's tests take chance alone, so that a pass means what
 * it means in the lab, unless the user says otherwise.
 */
function strategyOf({ scenario, flags }: Simulation): string {
  return flags.strategy ?? (scenario.name === 'chaos' ? 'portfolio' : 'uniform');
}

async function trace(
  simulation: Simulation,
  seed: number,
  path: string,
  spans: ExportCounts[],
): Promise<void> {
  const { scenario, bug, flags, otlp } = simulation;
  const strategy = strategyOf(simulation);
  const target = otlp === undefined ? undefined : { settings: otlp, salt: bug ?? '' };
  const { intensities } = flags;
  const run = { scenario: scenario.name, bug, intensities, strategy, seed, path, spans: target };
  const result = await writeTrace(run);
  if (result.spans !== undefined) spans.push(result.spans);
}

/** The same run has the same place, so that a replay writes the same bytes to the same file. */
function tracePath({ scenario, bug, flags }: Simulation, seed: number): string {
  const parts = [scenario.name, bug, flags.strategy, `seed-${seed}`];
  const name = parts.filter((part) => part !== undefined).join('-');
  return join(flags.folder, name, 'trace.jsonl');
}

/** The replay writes its trace to the same place. */
function replayCommand({ program, scenario, bug, flags }: Simulation, seed: number): string {
  const words = ['--scenario', scenario.name];
  if (bug !== undefined) words.push('--bug', bug);
  if (flags.strategy !== undefined) words.push('--strategy', flags.strategy);
  for (const [fault, value] of Object.entries(flags.intensities ?? {})) {
    words.push('--fault', `${fault}=${value}`);
  }
  words.push('--seed', String(seed), '--num', '1');
  if (flags.trace !== undefined) words.push('--trace', flags.trace);
  else if (flags.folder !== defaultFolder) words.push('--out', flags.folder);
  return [program, ...words.map(shellWord)].join(' ');
}

/** A full disk or a forbidden folder must not hide a failure that was found. */
function words(error: unknown): string {
  if (error instanceof Error && 'code' in error) return error.message;
  throw error;
}

/** The lab's own words need their test; the words of a rule stand for themselves. */
function messageOf({ rule, test, message }: SeedFailure): string {
  return rule === undefined && test !== undefined ? `${test}: ${message}` : message;
}

function total(counts: readonly ExportCounts[]): ExportCounts {
  const sum = { created: 0, exported: 0, lost: 0 };
  for (const { created, exported, lost } of counts) {
    sum.created += created;
    sum.exported += exported;
    sum.lost += lost;
  }
  const why = counts.find((each) => each.why !== undefined)?.why;
  return why === undefined ? sum : { ...sum, why };
}
