import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { argvHash } from '../command/argv-hash.ts';
import { childCommand } from '../command/child-command.ts';
import { commitOf } from '../command/commit-of.ts';
import type { CompiledCommand } from '../command/compilation.ts';
import { plainWords } from '../command/compile-once.ts';
import { type Ledger, type LedgerHeader, ledgerSchema, openLedger } from '../command/ledger.ts';
import { loopCommand } from '../command/loop-command.ts';
import type { LoopPlan } from '../command/loop-options.ts';
import { createRunTally } from '../command/run-tally.ts';
import type { Setting } from './setting.ts';
import { startBusy } from './start-busy.ts';
import type { SettingRuns } from './sweep-settings.ts';

/** A command that is run under several settings. */
export interface PerturbedCommand {
  readonly command: readonly string[];
  readonly options: readonly string[];
  readonly compiled: CompiledCommand | undefined;
  /** The same with the race detector. */
  readonly raced: CompiledCommand | undefined;
  readonly plan: LoopPlan;
  readonly firstSeed: number;
  readonly jobs: number;
  readonly keep: boolean;
  /** Each setting has a loop of its own in it. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly brokenRule: (log: string) => Promise<string | undefined>;
}

/** What blocks of runs under one setting have in common. */
export interface SettingLoop {
  readonly folder: string;
  /** The command with what the setting puts before it. */
  readonly command: readonly string[];
  /** Makes so many more runs; `leftMs` is what is left of the time for all. */
  run(runs: number, leftMs: number | undefined): Promise<SettingRuns>;
  close(): void;
}

/** Opens the loop of a setting; it makes its folder with its first run. */
export function openSetting(perturbed: PerturbedCommand, setting: Setting): SettingLoop {
  const { command, plan, firstSeed } = perturbed;
  const compiled = setting.race ? perturbed.raced : perturbed.compiled;
  const folder = join(
    perturbed.folder,
    setting.name.replace(/[^\w=]+/g, '-').replace(/^-|-$/g, ''),
  );
  const words = [...setting.words, ...(setting.race ? raced(command) : childCommand(command))];
  let made = 0;
  let ledger: Ledger | undefined;
  const header: LedgerHeader = {
    ...{ schema: ledgerSchema, command: words, options: perturbed.options, num: null },
    ...{ argv: argvHash(words), start: Date.now(), cwd: process.cwd(), seed: firstSeed },
    commit: commitOf(process.cwd()),
  };
  return {
    folder,
    command: words,
    async run(runs, leftMs) {
      const only = Array.from({ length: runs }, (_, at) => made + at + 1);
      made += runs;
      const tally = createRunTally();
      const calm = startBusy(setting.busyPerProcessor);
      const began = performance.now();
      try {
        await loopCommand({
          ...{ command: words, folder, firstSeed, tally, only, keep: perturbed.keep },
          ...{ jobs: perturbed.jobs * setting.jobsFactor, signal: perturbed.signal },
          compiled: compiled && { ...compiled, words: [...setting.words, ...compiled.words] },
          plan: {
            ...{ ...plan, budgetMs: leftMs, stop: { ...noRules, num: runs } },
            child: { ...plan.child, stutter: setting.stutter },
          },
          append: (record) => {
            ledger ??= openLedger(folder, header);
            ledger.append(record);
          },
          ...{ onRun: tally.add, brokenRule: perturbed.brokenRule },
        });
      } finally {
        calm();
      }
      return { passed: tally.passed, failed: tally.failed, ms: performance.now() - began };
    },
    close() {
      ledger?.close();
      if (ledger === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The words of a `go test` with the race detector on. */
function raced(command: readonly string[]): readonly string[] {
  const [go = 'go', test = 'test', ...rest] = plainWords(command);
  return [go, test, '-race', ...rest];
}

const noRules = {
  ...{ maxFails: undefined, maxPasses: undefined, untilError: undefined, untilOutput: [] },
  ...{ untilChanges: false, untilSame: false },
} as const;
