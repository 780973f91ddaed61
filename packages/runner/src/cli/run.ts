import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { terminalPage } from '@raftlens/analyzer/page';
import type { OtlpSettings } from '@raftlens/telemetry';
import { systemWords } from '../system-words.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { exitCode } from './exit-code.ts';
import { catchSignals, type Interruption } from './interruption.ts';
import type { LoopFlags } from './loop-flags.ts';
import type { OtherWork } from './other-work.ts';
import { programName } from './program-name.ts';
import { prune } from './prune.ts';
import { againLine, runCommandLine } from './run-command.ts';

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
    case 'list': {
      const { list } = await import('./run-simulation.ts');
      return list(line);
    }
    case 'simulation': {
      const { simulationLine } = await import('./simulation-line.ts');
      return runLine(simulationLine(line));
    }
    case 'prune':
      return prune(line.flags);
    case 'compare':
    case 'merge':
    case 'bisect':
      return other(line);
    case 'replay':
    case 'tour':
    case 'simulate':
    case 'command':
      return work(line);
  }
}

async function other(line: OtherWork): Promise<number> {
  const code = await guarded(async () => {
    switch (line.kind) {
      case 'merge':
        return (await import('./merge.ts')).merge(line, programHere());
      case 'compare':
        return (await import('./compare.ts')).compare(line);
      case 'bisect':
        return (await import('./bisect.ts')).bisect(line);
    }
  });
  return typeof code === 'string' ? usage(code) : code;
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

type Work = Extract<CommandLine, { kind: 'replay' | 'tour' | 'simulate' | 'command' }>;

async function work(line: Work): Promise<number> {
  const otlp = await otlpOf(line.flags);
  if (typeof otlp === 'string') return usage(otlp);
  const interruption = catchSignals();
  try {
    return await guarded(() => workUntil(interruption, line, otlp));
  } finally {
    interruption.release();
  }
}

/** A folder that cannot be made, a full disk, patched cores that are not built: no failed run. */
async function guarded<T>(act: () => Promise<T>): Promise<T | number> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    process.stderr.write(`raft-loop: ${systemWords(error)}\n`);
    return exitCode.nothingRan;
  }
}

/** How this program is called. */
function programHere(): string {
  const [, script = ''] = process.argv;
  const place = { cwd: process.cwd(), path: process.env.PATH ?? '', script };
  return programName('raft-loop', place);
}

async function workUntil(
  interruption: Interruption,
  line: Work,
  otlp: OtlpSettings | undefined,
): Promise<number> {
  const program = programHere();
  if (line.kind === 'command') {
    // A loop makes little garbage for hours: more room for it is memory that the runs could have.
    setFlagsFromString('--semi-space-growth-factor=1');
    const code = await runCommandLine(line, { program, otlp, interruption });
    return typeof code === 'string' ? usage(code) : code;
  }
  const { runSimulation } = await import('./run-simulation.ts');
  const code = await runSimulation(line, { program, otlp, interruption });
  return typeof code === 'string' ? usage(code) : code;
}

/** Where spans go, if anywhere, or what is wrong with it. */
async function otlpOf({ otlp }: LoopFlags): Promise<OtlpSettings | string | undefined> {
  // Most loops send nothing, and should not wait for what would do it.
  if (otlp === undefined && !namesExport(process.env)) return undefined;
  const { otlpSettings } = await import('@raftlens/telemetry');
  try {
    return otlpSettings(otlp, process.env);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function namesExport(env: typeof process.env): boolean {
  return Object.keys(env).some((name) => name.startsWith('OTEL_'));
}
