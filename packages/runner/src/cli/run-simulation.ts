import { relative } from 'node:path';
import process from 'node:process';
import { terminalPage } from '@raftlens/analyzer/page';
import type { Capsule } from '@raftlens/sim';
import { escapeText } from '@raftlens/trace/escape-text';
import { exploreAll } from '../explore.ts';
import { replay } from '../replay.ts';
import type { LoopReport } from '../report/loop-report.ts';
import { runsInShard } from '../shard/shard.ts';
import { readCapsule } from '../shrink/capsule-file.ts';
import { type Simulation, simulate } from '../simulate.ts';
import type { CommandLine } from './command-line.ts';
import { exitCode } from './exit-code.ts';
import { bugList, faultList, scenarioList, strategyList } from './list.ts';
import { exhaustiveName } from './loop-flags.ts';
import { printReport } from './print-report.ts';
import { createProgress } from './progress.ts';
import { staleCore } from './stale-core.ts';
import { type Kept, tellKept } from './tell-kept.ts';
import { tour } from './tour.ts';
import type { WorkContext } from './work-context.ts';

type Work = Extract<CommandLine, { kind: 'replay' | 'tour' | 'simulate' }>;

/** Simulates from start to end; gives the exit code, or a message on wrong usage. */
export async function runSimulation(
  line: Work,
  { program, otlp, interruption }: WorkContext,
): Promise<number | string> {
  const { flags } = line;
  tellStaleCore();
  const page = terminalPage(flags.color);
  const progress = createProgress(
    process.stderr,
    runsInShard(flags.num, flags.shard ?? { index: 1, of: 1 }),
  );
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
    if (typeof capsule === 'string') return capsule;
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
/** Who has changed the core, and hunts for what that does, must not hunt in the old one. */
function tellStaleCore(): void {
  const file = staleCore();
  if (file === undefined) return;
  const shown = escapeText(relative(process.cwd(), file));
  process.stderr.write(
    `raft-loop: ${shown} is newer than the core that runs: npm run build takes it in\n`,
  );
}

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

function capsuleOf(file: string): Capsule | string {
  try {
    return readCapsule(file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Lists what can be simulated. */
export async function list({
  what,
  flags,
}: Extract<CommandLine, { kind: 'list' }>): Promise<number> {
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
