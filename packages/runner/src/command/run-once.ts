import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { childCommand } from './child-command.ts';
import type { RunIdentity } from './command-environment.ts';
import { type CommandRun, outputsOf } from './command-run.ts';
import { countsAs } from './counts-as.ts';
import { asksFor, fillIn } from './fill-in.ts';
import { freePorts } from './free-ports.ts';
import { inspectRun } from './inspect-run.ts';
import { signalOfCode } from './isolate.ts';
import type { LoopOptions } from './loop-options.ts';
import { reproScript } from './repro-script.ts';
import type { RunRecord } from './run-record.ts';
import { outputDigest, searchOutputs } from './search-output.ts';
import { signatureOf } from './signature-of.ts';
import type { RunFacts } from './stop-rules.ts';
import type { RunSpec, Supervisor } from './supervisor.ts';
import { type Judgement, judgeRun } from './verdict-rules.ts';

/** What all runs of a loop share. */
export interface RunContext {
  readonly options: LoopOptions;
  readonly supervisor: Supervisor;
  readonly campaign: string;
  readonly argv: string;
  /** The command as it is started: through a shell, in a namespace. */
  readonly words: readonly string[];
  readonly environment: (run: RunIdentity) => Record<string, string | undefined>;
}

/** A run with its verdict, and what the stop rules want to know of it. */
export interface JudgedRun {
  readonly record: RunRecord;
  readonly facts: RunFacts;
  /** It could not be started, and never will be. */
  readonly unstartable: string | undefined;
  /** It could not be started, but may be later. */
  readonly tooEarly: boolean;
  /** It was ended because memory was short, and shows nothing. */
  readonly putBack: boolean;
}

/** With less space than this a write may just have failed, bytes. */
const spareBytes = 64 * 1024;

/** Makes run `index`, tries it again where that is wanted, and removes what nobody needs of it. */
export async function runOnce(
  context: RunContext,
  index: number,
  slot: number,
): Promise<JudgedRun> {
  const { options } = context;
  const { plan } = options;
  const spec = await specOf(context, index, slot);
  let attempts = 1;
  let { run, judgement } = await attempt(context, spec);
  while (attempts <= plan.retries && countsAs(judgement.verdict) === 'fail') {
    for (const path of outputsOf(run)) {
      renameSync(path, path.replace(/\.log$/, `-attempt-${attempts}.log`));
    }
    await sleep(plan.retryDelayMs * 2 ** (attempts - 1));
    const first = judgement.why;
    ({ run, judgement } = await attempt(context, spec));
    attempts += 1;
    if (countsAs(judgement.verdict) === 'pass') {
      judgement = { verdict: 'FLAKY', why: `passed in attempt ${attempts}; at first: ${first}` };
    }
  }
  const inspected = await inspectRun(options, run.log, judgement);
  const { rule } = inspected;
  ({ judgement } = inspected);
  const { outcome } = run;
  const { untilChanges, untilSame, untilOutput } = plan.stop;
  const facts: RunFacts = {
    matched: searchOutputs(outputsOf(run), untilOutput)?.source,
    digest: untilChanges || untilSame ? outputDigest(run.log) : undefined,
  };
  const unstarted = outcome.kind === 'unstartable' ? outcome : undefined;
  const kept = keepsFolder(options, judgement) && unstarted === undefined;
  const record = recordOf(context, {
    run,
    judgement,
    attempts,
    kept,
    rule,
    item: itemOf(options, index),
  });
  if (countsAs(judgement.verdict) === 'fail') leaveScript(spec, judgement);
  await hook(context, spec, { line: plan.hooks.conclude, name: 'conclude', judgement });
  if (plan.child.ownTmp) emptyTemporary(temporaryOf(options, slot), spec.folder, kept);
  return {
    record,
    facts,
    unstartable: unstarted?.passing === false ? unstarted.message : undefined,
    tooEarly: unstarted?.passing === true,
    putBack: outcome.kind === 'put-back',
  };
}

/** Leaves the script that makes a failing run again beside its log. */
function leaveScript({ index, folder, again, environment }: MadeSpec, { why }: Judgement): void {
  const source = { index, why, words: again, cwd: process.cwd(), environment };
  try {
    writeFileSync(join(folder, 'repro.sh'), reproScript(source), { mode: 0o755 });
  } catch (error) {
    // A full disk must not hide the failure itself.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** The folder for temporary files of the runs of a lane, one after the other. */
export function temporaryOf({ folder }: Pick<LoopOptions, 'folder'>, slot: number): string {
  return join(folder, `tmp-${slot}`);
}

/** Removes what a lane needs for itself. */
export function clearLane(options: Pick<LoopOptions, 'folder'>, slot: number): void {
  rmSync(temporaryOf(options, slot), { recursive: true, force: true });
  rmSync(spareFolder(options, slot), { recursive: true, force: true });
}

/** Empties it: what a run left there goes with its log, or stays with it. */
function emptyTemporary(temporary: string, folder: string, kept: boolean): void {
  if (!existsSync(temporary)) return void mkdirSync(temporary, { recursive: true });
  if (readdirSync(temporary).length === 0) return;
  if (kept) renameSync(temporary, join(folder, 'tmp'));
  else rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
}

/**
 * Takes away the folder of a run that nobody needs. The next run of the lane gets it, under another
 * name: making and removing one for each is slow. `names` are what is in it, where that is known.
 */
export function removeRun(
  options: Pick<LoopOptions, 'folder'>,
  slot: number,
  folder: string,
  names: readonly string[] = readdirSync(folder),
): void {
  const fit = names.length === 1 && names[0] === 'output.log';
  if (fit) renameSync(folder, spareFolder(options, slot));
  else rmSync(folder, { recursive: true, force: true });
}

/** Makes the folder of a run. */
function makeFolder(options: Pick<LoopOptions, 'folder'>, index: number, slot: number): string {
  const folder = runFolder(options, index);
  try {
    renameSync(spareFolder(options, slot), folder);
  } catch {
    mkdirSync(folder, { recursive: true });
  }
  return folder;
}

/** The folder of a run. */
export function runFolder({ folder }: Pick<LoopOptions, 'folder'>, index: number): string {
  return join(folder, `run-${index}`);
}

function spareFolder({ folder }: Pick<LoopOptions, 'folder'>, slot: number): string {
  return join(folder, `spare-${slot}`);
}

function keepsFolder({ keep }: LoopOptions, { verdict }: Judgement): boolean {
  if (verdict === 'CANCELLED') return false;
  return keep || verdict !== 'PASS';
}

/** A run with the words that make it again: those that the user gave, and not a binary. */
interface MadeSpec extends RunSpec {
  readonly again: readonly string[];
}

async function specOf(context: RunContext, index: number, slot: number): Promise<MadeSpec> {
  const { options, campaign, words } = context;
  const { child } = options.plan;
  const folder = makeFolder(options, index, slot);
  const seed = options.firstSeed + index - 1;
  const temporary = child.ownTmp ? temporaryOf(options, slot) : undefined;
  const ports = child.ports > 0 ? child.ports : +(child.placeholders && asksFor(words, 'port'));
  const port = ports === 0 ? undefined : await freePorts(ports, slot, process.pid);
  const count = child.offset + (index - 1) * child.countBy;
  const item = itemOf(options, index);
  const environment = context.environment({
    ...{ campaign, index, seed, folder, temporary, count, item, port },
  });
  const values = {
    ...{ i: String(index), seed: String(seed), dir: environment.RAFT_LOOP_DIR ?? folder, item },
    ...{ port: port === undefined ? undefined : String(port), count: String(count) },
  };
  const command = child.placeholders ? fillIn(words, values) : words;
  const plain = childCommand(options.command);
  const again = child.placeholders ? fillIn(plain, values) : plain;
  return {
    ...{ command, again },
    index,
    seed,
    folder,
    cwd: options.compiled?.cwd,
    splitOutput: child.splitOutput,
    environment,
    timeoutMs: timeLimit(options),
  };
}

/** Items are taken in turn. */
function itemOf({ plan }: LoopOptions, index: number): string | undefined {
  const { items } = plan.child;
  return items[(index - 1) % Math.max(1, items.length)];
}

/** Of so many runs the median is taken seriously. */
const enoughForMedian = 5;
/** A share of next to nothing is no time limit, ms. */
const leastShare = 250;

function timeLimit({ plan, tally }: LoopOptions): number | undefined {
  const { hard } = plan.limits;
  if (hard === undefined || !hard.percent) return hard?.value;
  if (tally.passed < enoughForMedian) return undefined;
  return Math.max(leastShare, Math.round((tally.quantile(0.5) * hard.value) / 100));
}

interface Attempt {
  readonly run: CommandRun;
  readonly judgement: Judgement;
}

async function attempt(context: RunContext, spec: RunSpec): Promise<Attempt> {
  const { supervisor, options } = context;
  const { hooks, child } = options.plan;
  const ready = await hook(context, spec, { line: hooks.prepare, name: 'prepare' });
  if (ready !== undefined && ready.outcome.kind !== 'passed') {
    const { kind } = ready.outcome;
    const verdict = kind === 'aborted' || kind === 'put-back' ? 'CANCELLED' : 'INFRA';
    return { run: ready, judgement: { verdict, why: 'what --prepare runs did not pass' } };
  }
  const made = await supervisor.run(spec);
  const run = child.isolate === 'pidns' ? outOfNamespace(made) : made;
  const judgement = judgeRun(
    run,
    options.plan.verdict,
    (patterns) => searchOutputs(outputsOf(run), patterns),
    () => isFull(spec.folder),
  );
  return { run, judgement };
}

/** The shell that leads a namespace tells a signal by its exit code. */
function outOfNamespace(run: CommandRun): CommandRun {
  if (run.outcome.kind !== 'exited') return run;
  const signal = signalOfCode(run.outcome.code);
  return signal === undefined ? run : { ...run, outcome: { kind: 'killed', signal } };
}

interface Hook {
  readonly line: string | undefined;
  readonly name: string;
  readonly judgement?: Judgement | undefined;
}

/** Runs a shell line beside a run, in its environment; undefined where there is none. */
async function hook(
  { supervisor }: RunContext,
  spec: RunSpec,
  { line, name, judgement }: Hook,
): Promise<CommandRun | undefined> {
  if (line === undefined) return undefined;
  const environment = { ...spec.environment, RAFT_LOOP_VERDICT: judgement?.verdict };
  const command = ['/bin/sh', '-c', line];
  const own = { logName: `${name}.log`, cwd: undefined, splitOutput: false };
  return supervisor.run({ ...spec, command, environment, ...own });
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < spareBytes;
  } catch {
    return false;
  }
}

interface Ending extends Attempt {
  readonly attempts: number;
  readonly kept: boolean;
  readonly item: string | undefined;
  readonly rule: string | undefined;
}

function recordOf({ options, argv }: RunContext, ending: Ending): RunRecord {
  const { run, judgement, attempts, kept, item, rule } = ending;
  const { outcome } = run;
  const failed = countsAs(judgement.verdict) === 'fail';
  return {
    ...{ index: run.index, seed: run.seed, item, argv, start: run.startedAt, ms: run.elapsedMs },
    ...{ rss: run.rss, cpu: run.cpu, verdict: judgement.verdict, why: judgement.why },
    code: outcome.kind === 'exited' ? outcome.code : outcome.kind === 'passed' ? 0 : undefined,
    signal: outcome.kind === 'killed' ? outcome.signal : undefined,
    attempts: attempts === 1 ? undefined : attempts,
    log: kept ? relative(options.folder, run.log) : undefined,
    dropped: run.dropped === 0 ? undefined : run.dropped,
    survivors: run.survivors.length === 0 ? undefined : run.survivors,
    rule,
    signature: failed ? causeOf(run, judgement, rule) : undefined,
  };
}

/** The rule that is broken comes first: it is the cause of which the rest is the effect. */
function causeOf(run: CommandRun, { why }: Judgement, rule: string | undefined): string {
  if (rule !== undefined && run.outcome.kind === 'passed') return `${rule}, silent`;
  const what = signatureOf(outputsOf(run), why);
  return rule === undefined ? what : `${rule}, ${what}`;
}
