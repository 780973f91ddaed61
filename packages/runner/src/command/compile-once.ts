import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { childCommand } from './child-command.ts';
import { areBuildFlags, type GoTest, parseGoTest } from './go-test.ts';

/** What is started in place of a command, and where. */
export interface CompiledCommand {
  readonly words: readonly string[];
  readonly cwd: string | undefined;
}

/** What became of a build. */
export type Compilation =
  | { readonly kind: 'compiled'; readonly command: CompiledCommand; readonly file: string }
  /** There is nothing to build, or nothing would be won. */
  | { readonly kind: 'as-is' }
  /** What the compiler said. */
  | { readonly kind: 'failed'; readonly output: string };

const asIs: Compilation = { kind: 'as-is' };

/**
 * Builds the test of a `go test` once, so that each run is a run of its binary: `go test` itself
 * takes a hundred times as long as a quick test. The binary gets the same arguments, in the folder
 * of its package. Several packages are left to `go test`.
 */
export async function compileOnce(
  command: readonly string[],
  folder: string,
  race: boolean,
  signal: AbortSignal,
): Promise<Compilation> {
  const parsed = parseGoTest(plainWords(command));
  if (parsed === undefined || !areBuildFlags(process.env.GOFLAGS)) return asIs;
  const flags = race ? [...parsed.buildFlags, '-race'] : parsed.buildFlags;
  const go = plainWords(command)[0] ?? 'go';
  const place = await onePackage(go, { ...parsed, buildFlags: flags }, signal);
  if (place === undefined) return asIs;
  const file = resolve(join(folder, 'test-binary'));
  const words = ['test', '-c', '-o', file, ...flags, place];
  const { code, output } = await call(go, words, signal);
  if (signal.aborted) return asIs;
  if (code !== 0) return { kind: 'failed', output };
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
  signal: AbortSignal,
): Promise<string | undefined> {
  const format = '{{len .TestGoFiles}} {{len .XTestGoFiles}} {{.Dir}}';
  // A list does not take all flags of a build, and needs only those that choose files.
  const choosing = buildFlags.filter((flag) => /^--?(tags|mod|modfile|overlay|race)\b/.test(flag));
  const words = ['list', '-f', format, ...choosing, ...packages];
  const { code, output } = await call(go, words, signal);
  if (code !== 0) return undefined;
  const tested = output.split('\n').flatMap((line) => {
    const [, inside, outside, folder] = /^(\d+) (\d+) (.+)$/.exec(line) ?? [];
    return folder !== undefined && Number(inside) + Number(outside) > 0 ? [folder] : [];
  });
  return tested.length === 1 ? tested[0] : undefined;
}

interface Called {
  readonly code: number | null;
  readonly output: string;
}

function call(file: string, words: readonly string[], signal: AbortSignal): Promise<Called> {
  return new Promise((done) => {
    let output = '';
    const child = spawn(file, words, { stdio: ['ignore', 'pipe', 'pipe'], signal });
    const take = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', ({ message }) => done({ code: null, output: message }));
    child.on('close', (code) => done({ code, output }));
  });
}
