import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { terminalPage } from '@raftlens/analyzer/page';
import type { Compilation } from '../command/compilation.ts';
import { compileOnce, plainWords } from '../command/compile-once.ts';
import { parseGoTest } from '../command/go-test.ts';
import { openSetting } from '../perturb/run-setting.ts';
import { forGo, perturbations, type Setting, settingsOf } from '../perturb/setting.ts';
import { type SweepResult, sweepSettings } from '../perturb/sweep-settings.ts';
import { perturbJson, perturbText } from '../report/perturb-text.ts';
import { makeRunFolder } from '../run-folder.ts';
import type { CommandToLoop } from './command-line.ts';
import { exitCode } from './exit-code.ts';
import type { WorkContext } from './work-context.ts';

/** Finds the setting under which a command fails fastest; gives the exit code, or a message. */
export async function perturb(
  line: CommandToLoop,
  { interruption, program }: WorkContext,
): Promise<number | string> {
  const { command, flags, loop: said, options } = line;
  const { num } = said.plan.stop;
  if (!Number.isFinite(num) || num < 1) return '--perturb needs a number of runs: --num 1000';
  if (line.from !== undefined) return '--perturb begins anew: leave --resume and --rerun out';
  const folder = makeRunFolder(flags.folder);
  const { signal } = interruption;
  const build = said.compile
    ? await compileOnce(command, { folder, race: said.race, signal })
    : undefined;
  if (build?.kind === 'failed') {
    process.stderr.write(`raft-loop: nothing ran: the build failed\n${build.output}`);
    return exitCode.setupFailed;
  }
  const all = settingsOf(familiesFor(said.perturb ?? [], command));
  const isRaced = said.compile && all.some((setting) => setting.race);
  const race = isRaced ? await buildRaced(command, folder, signal) : undefined;
  const settings = all.filter((setting) => !setting.race || race?.kind === 'compiled');
  const brokenRule = async (log: string): Promise<string | undefined> =>
    (await import('../analyze-run.ts')).brokenRule(log);
  const perturbed = {
    ...{ command, options, plan: said.plan, jobs: flags.jobs, firstSeed: flags.firstSeed },
    ...{ keep: flags.keep, folder, signal, brokenRule },
    compiled: build?.kind === 'compiled' ? build.command : undefined,
    raced: race?.kind === 'compiled' ? race.command : undefined,
  };
  const loops = settings.map((setting) => openSetting(perturbed, setting));
  const began = performance.now();
  const { budgetMs } = said.plan;
  const left = (): number | undefined =>
    budgetMs === undefined ? undefined : Math.max(1, budgetMs - (performance.now() - began));
  try {
    const result = await sweepSettings({
      ...{ settings, num, confidence: flags.confidence },
      isOver: () => signal.aborted || left() === 1,
      run: async (at, runs) => {
        const made = await loops[at]?.run(runs, left());
        if (made === undefined) throw new RangeError('there is no such setting');
        tellStep(settings[at], made);
        return made;
      },
    });
    const report = {
      ...{ command, settings, result, folder, confidence: flags.confidence, program },
      ...{ commands: loops.map((loop) => loop.command), jobs: flags.jobs },
    };
    process.stdout.write(
      flags.json
        ? `${JSON.stringify(perturbJson(report), undefined, 2)}\n`
        : await perturbText(report, terminalPage(flags.color)),
    );
    return interruption.code ?? codeOf(result);
  } finally {
    for (const loop of loops) loop.close();
    for (const each of [build, race]) {
      if (each?.kind === 'compiled' && each.file !== undefined) rmSync(each.file, { force: true });
    }
    rmSync(join(folder, 'race-build'), { recursive: true, force: true });
  }
}

/** Builds a `go test` with the race detector; undefined for any other command. */
async function buildRaced(
  command: readonly string[],
  parent: string,
  signal: AbortSignal,
): Promise<Compilation | undefined> {
  if (parseGoTest(plainWords(command)) === undefined) return undefined;
  const folder = join(parent, 'race-build');
  mkdirSync(folder);
  return compileOnce(command, { folder, race: true, signal });
}

/** All that suit the command, unless some were named. */
function familiesFor(named: readonly string[], command: readonly string[]): readonly string[] {
  if (named.length > 0) return named;
  const isGo = /(?:^|\/)go$|\.test$/.test(plainWords(command)[0] ?? '');
  return perturbations.filter((name) => isGo || !forGo.includes(name));
}

function tellStep(
  setting: Setting | undefined,
  { passed, failed, ms }: { readonly passed: number; readonly failed: number; readonly ms: number },
): void {
  const words = `${passed} passed, ${failed} failed in ${(ms / 1000).toFixed(1)} s`;
  process.stderr.write(`${setting?.name}: ${words}\n`);
}

function codeOf({ screened }: SweepResult): number {
  const shown = screened.reduce((sum, { passed, failed }) => sum + passed + failed, 0);
  if (shown === 0) return exitCode.nothingRan;
  return screened.some(({ failed }) => failed > 0) ? exitCode.failed : exitCode.passed;
}
