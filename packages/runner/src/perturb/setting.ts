import { spawnSync } from 'node:child_process';
import type { Stutter } from '../command/start-stutter.ts';

/** A way to run a command that may make it fail more often. */
export interface Setting {
  readonly name: string;
  /** Put before the command. */
  readonly words: readonly string[];
  /** Runs at a time, as a multiple of what they are otherwise. */
  readonly jobsFactor: number;
  /** Programs that only take processor time, while the runs are at work; for each processor. */
  readonly busyPerProcessor: number;
  /** Built with Go's race detector, which is slower and looks at more. */
  readonly race: boolean;
  /** Stops each run for so long, again and again, as a quota of processor time does. */
  readonly stutter: Stutter | undefined;
}

const plain = {
  ...{ words: [], jobsFactor: 1, busyPerProcessor: 0, race: false, stutter: undefined },
} as const;

/** The command as it is, with which the others are compared. */
export const asItIs: Setting = { ...plain, name: 'as it is' };

/** What can be tried by name, if this machine can do it. */
const families: Readonly<Record<string, () => readonly Setting[]>> = {
  go: () =>
    [1, 2, 8].map((threads) => ({
      ...plain,
      name: `GOMAXPROCS=${threads}`,
      words: ['env', `GOMAXPROCS=${threads}`],
    })),
  race: () => [{ ...plain, name: '-race', race: true }],
  cpu: () => (has('taskset') ? [{ ...plain, name: 'one CPU', words: ['taskset', '-c', '0'] }] : []),
  quota: () => [
    { ...plain, name: 'quota 50 %', stutter: { goMs: 20, stopMs: 20 } },
    { ...plain, name: 'quota 20 %', stutter: { goMs: 20, stopMs: 80 } },
  ],
  jobs: () => [4, 16].map((factor) => ({ ...plain, name: `${factor} × jobs`, jobsFactor: factor })),
  load: () => [
    { ...plain, name: 'busy', busyPerProcessor: 2 },
    ...(has('nice')
      ? [{ ...plain, name: 'busy, nice', busyPerProcessor: 2, words: ['nice', '-n', '10'] }]
      : []),
  ],
};

/** The names that {@link settingsOf} knows. */
export const perturbations: readonly string[] = Object.keys(families);

/** Of these only programs written in Go take notice. */
export const forGo: readonly string[] = ['go', 'race'];

/** The settings of these families, the command as it is first. */
export function settingsOf(names: readonly string[]): readonly Setting[] {
  return [asItIs, ...names.flatMap((name) => families[name]?.() ?? [])];
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}
