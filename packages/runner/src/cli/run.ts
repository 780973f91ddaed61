import { readFileSync } from 'node:fs';
import process from 'node:process';
import { terminalPage } from '@raftlens/analyzer';
import type { Capsule } from '@raftlens/sim';
import { type OtlpSettings, otlpSettings } from '@raftlens/telemetry';
import { exploreAll } from '../explore.ts';
import { replay } from '../replay.ts';
import type { LoopReport } from '../report/loop-report.ts';
import { readCapsule } from '../shrink/capsule-file.ts';
import { type Simulation, simulate } from '../simulate.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { exitCode } from './exit-code.ts';
import { catchSignals, type Interruption } from './interruption.ts';
import { bugList, faultList, scenarioList, strategyList } from './list.ts';
import { exhaustiveName, type LoopFlags } from './loop-flags.ts';
import { printReport } from './print-report.ts';
import { programName } from './program-name.ts';
import { createProgress } from './progress.ts';
import { prune } from './prune.ts';
import { againLine, runCommandLine } from './run-command.ts';
import { systemWords } from './system-words.ts';
import { type Kept, tellKept } from './tell-kept.ts';
import { tour } from './tour.ts';

/** Runs raft-loop with these arguments and gives its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const version = packageVersion();
  const line = readCommandLine(args, version, terminalPage(undefined).width);
  return runLine(line.kind === 'again' ? await againLine(line, version) : line);
}

async function runLine(line: CommandLine): Promise<number> {
  switch (line.kind) {
    case 'text':
      process.stdout.write(line.text);
      return exitCode.passed;
    case 'completion':
      line.print();
      return exitCode.passed;
    case 'usage':
      return usage(line.message);
    case 'again':
      return usage('a loop to go on with must say itself what it loops');
    case 'list':
      return list(line);
    case 'prune':
      return prune(line.flags);
    case 'replay':
    case 'tour':
    case 'simulate':
    case 'command':
      return work(line);
  }
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return String((manifest as { readonly version: unknown }).version);
}

function usage(message: string): number {
  process.stderr.write(`raft-loop: ${message}\nTry raft-loop --help.\n`);
  return exitCode.usage;
}

async function list({ what, flags }: Extract<CommandLine, { kind: 'list' }>): Promise<number> {
  const page = terminalPage(flags.color);
  const lists = {
    bugs: bugList,
    scenarios: scenarioList,
    faults: faultList,
    strategies: strategyList,
  };
  process.stdout.write(await lists[what](flags.json, page));
  return exitCode.passed;
}

type Work = Extract<CommandLine, { kind: 'replay' | 'tour' | 'simulate' | 'command' }>;

async function work(line: Work): Promise<number> {
  const otlp = otlpOf(line.flags);
  if (typeof otlp === 'string') return usage(otlp);
  const interruption = catchSignals();
  try {
    return await workUntil(interruption, line, otlp);
  } catch (error) {
    // A folder that cannot be made, a full disk, patched cores that are not built: no failed run.
    if (!(error instanceof Error && 'code' in error)) throw error;
    process.stderr.write(`raft-loop: ${systemWords(error)}\n`);
    return exitCode.nothingRan;
  } finally {
    interruption.release();
  }
}

async function workUntil(
  interruption: Interruption,
  line: Work,
  otlp: OtlpSettings | undefined,
): Promise<number> {
  const { flags } = line;
  const [, script = ''] = process.argv;
  const place = { cwd: process.cwd(), path: process.env.PATH ?? '', script };
  const program = programName('raft-loop', place);
  if (line.kind === 'command') {
    const code = await runCommandLine(line, { program, otlp, interruption });
    return typeof code === 'string' ? usage(code) : code;
  }
  const page = terminalPage(flags.color);
  const progress = createProgress(process.stderr, flags.num);
  const shared = {
    ...{ flags, program, otlp },
    signal: interruption.signal,
    onProgress: progress.update,
  };
  if (line.kind === 'tour') {
    const write = (text: string): void => {
      progress.clear();
      process.stdout.write(text);
    };
    const found = await tour(shared, page, write);
    return interruption.code ?? (found ? exitCode.passed : exitCode.failed);
  }
  if (line.kind === 'replay') {
    const capsule = capsuleOf(line.file);
    if (typeof capsule === 'string') return usage(capsule);
    const report = await replay({ ...shared, file: line.file, capsule });
    await printReport(report, flags);
    return report.failed > 0 ? exitCode.failed : exitCode.passed;
  }
  if (flags.num === 0) {
    process.stderr.write('raft-loop: nothing ran: --num is 0\n');
    return exitCode.nothingRan;
  }
  const kept = await tellKeptOf(line, shared);
  announce(line);
  const report = await simulated({ ...shared, scenario: line.scenario, bug: line.bug });
  progress.clear();
  await printReport(report, flags);
  if (interruption.code !== undefined) return interruption.code;
  const { runs, failed, touched } = report;
  if (failed + kept.failing > 0) return exitCode.failed;
  if (touched !== undefined && runs > 0 && touched.vacuous === runs) {
    process.stderr.write('raft-loop: every run was vacuous: nobody was elected, nothing shown\n');
    return exitCode.nothingRan;
  }
  return exitCode.passed;
}

/** What failed before is tried first; a single run is most often a replay of its own. */
async function tellKeptOf(
  { flags, scenario, bug }: Extract<Work, { kind: 'simulate' }>,
  { program, signal }: Pick<Simulation, 'program' | 'signal'>,
): Promise<Kept> {
  if (!flags.capsules || flags.num === 1) return { tried: 0, failing: 0 };
  const { folder } = flags;
  return await tellKept({ folder, scenario, bug, signal, program }, (text) => {
    process.stderr.write(text);
  });
}

/** Runs drawn by chance and strategy, or every run of a small scope. */
function simulated(simulation: Simulation): Promise<LoopReport> {
  const exhaustive = simulation.flags.strategy === exhaustiveName;
  return exhaustive ? exploreAll(simulation) : simulate(simulation);
}

/** On a terminal, says what is about to happen: how many runs of what. */
function announce({ flags, scenario, bug }: Extract<Work, { kind: 'simulate' }>): void {
  if (process.stderr.isTTY !== true) return;
  const { num, firstSeed, jobs } = flags;
  const with_ = bug === undefined ? '' : ` with ${bug}`;
  const what = `${scenario.name}${with_}, seeds ${firstSeed} to ${firstSeed + num - 1}`;
  process.stderr.write(`${num} runs of ${what}, ${jobs} at a time\n`);
}

/** Where spans go, if anywhere, or what is wrong with it. */
function otlpOf({ otlp }: LoopFlags): OtlpSettings | string | undefined {
  try {
    return otlpSettings(otlp, process.env);
  } catch (error) {
    return wordsOf(error);
  }
}

function capsuleOf(file: string): Capsule | string {
  try {
    return readCapsule(file);
  } catch (error) {
    return wordsOf(error);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
