import { join, resolve } from 'node:path';
import process from 'node:process';
import { callProgram } from './call-program.ts';
import { parseCargoTest } from './cargo-test.ts';
import { childCommand } from './child-command.ts';
import { asIs, type Compilation } from './compilation.ts';
import { compileCargo } from './compile-cargo.ts';
import { areBuildFlags, type GoTest, parseGoTest } from './go-test.ts';

/** How to build. */
export interface Build {
  /** Where a binary may be put. */
  readonly folder: string;
  /** With Go's race detector. */
  readonly race: boolean;
  readonly signal: AbortSignal;
  /** Where the sources are, if not here. */
  readonly cwd?: string | undefined;
}

/** Builds the tests of a `go test` or a `cargo test` once, so that a run is no build. */
export async function compileOnce(command: readonly string[], build: Build): Promise<Compilation> {
  const words = plainWords(command);
  const cargo = parseCargoTest(words);
  return cargo === undefined
    ? compileGo(words, build)
    : compileCargo(cargo, build.signal, build.cwd);
}

/**
 * Builds the test of a `go test` once, so that each run is a run of its binary: `go test` itself
 * takes a hundred times as long as a quick test. The binary gets the same arguments, in the folder
 * of its package. Several packages are left to `go test`.
 */
async function compileGo(
  words: readonly string[],
  { folder, race, signal, cwd }: Build,
): Promise<Compilation> {
  const parsed = parseGoTest(words);
  if (parsed === undefined || !areBuildFlags(process.env.GOFLAGS)) return asIs;
  const flags = race ? [...parsed.buildFlags, '-race'] : parsed.buildFlags;
  const [go = 'go'] = words;
  const place = await onePackage(go, { ...parsed, buildFlags: flags }, { signal, cwd });
  if (place === undefined) return asIs;
  const file = resolve(join(folder, 'test-binary'));
  const build = ['test', '-c', '-o', file, ...flags, place];
  const { code, stdout, stderr } = await callProgram(go, build, signal, cwd);
  if (signal.aborted) return asIs;
  if (code !== 0) return { kind: 'failed', output: `${stdout}${stderr}` };
  return { kind: 'compiled', command: { words: [file, ...parsed.binaryWords], cwd: place }, file };
}

/** The words of a command, also where they are one line that needs no shell. */
export function plainWords(command: readonly string[]): readonly string[] {
  const line = childCommand(command)[2];
  if (command.length !== 1 || line === undefined) return command;
  return /^[\w@%+=:,./{}^-]+(?: +[\w@%+=:,./{}^-]+)*$/.test(line) ? line.split(/ +/) : command;
}

/** The folder of the one package that has tests. */
async function onePackage(
  go: string,
  { buildFlags, packages }: GoTest,
  { signal, cwd }: Pick<Build, 'signal' | 'cwd'>,
): Promise<string | undefined> {
  const format = '{{len .TestGoFiles}} {{len .XTestGoFiles}} {{.Dir}}';
  // A list does not take all flags of a build, and needs only those that choose files.
  const choosing = buildFlags.filter((flag) => /^--?(tags|mod|modfile|overlay|race)\b/.test(flag));
  const words = ['list', '-f', format, ...choosing, ...packages];
  const { code, stdout } = await callProgram(go, words, signal, cwd);
  if (code !== 0) return undefined;
  const tested = stdout.split('\n').flatMap((line) => {
    const [, inside, outside, folder] = /^(\d+) (\d+) (.+)$/.exec(line) ?? [];
    return folder !== undefined && Number(inside) + Number(outside) > 0 ? [folder] : [];
  });
  return tested.length === 1 ? tested[0] : undefined;
}
