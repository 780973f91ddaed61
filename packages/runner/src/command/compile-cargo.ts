import { dirname } from 'node:path';
import { shellWord } from '../cli/shell-word.ts';
import { type CalledProgram, callProgram } from './call-program.ts';
import type { CargoTest } from './cargo-test.ts';
import { asIs, type Compilation } from './compilation.ts';

/** A test binary that cargo has built. */
interface TestBinary {
  readonly file: string;
  readonly name: string;
  readonly kind: string;
  readonly manifest: string;
}

/** The order in which cargo runs them. */
const kinds = ['lib', 'bin', 'example', 'test'];

/**
 * Builds the tests of a `cargo test` once. Its binaries get the same arguments, in the folder of
 * their package, one after the other. Several packages, and examples in the documentation that
 * would be run, are left to cargo.
 */
export async function compileCargo(
  parsed: CargoTest,
  signal: AbortSignal,
  cwd?: string,
): Promise<Compilation> {
  const { call, buildWords } = parsed;
  const build = ['--no-run', '--message-format=json-render-diagnostics'];
  const built = await cargo(call, [...buildWords, ...build], signal, cwd);
  if (signal.aborted || built.code === null) return asIs;
  if (built.code !== 0) return { kind: 'failed', output: built.stderr };
  const binaries = binariesOf(built.stdout);
  const [first] = binaries;
  if (first === undefined || binaries.some(({ manifest }) => manifest !== first.manifest)) {
    return asIs;
  }
  if (!parsed.withoutDoc && !(await hasNoDocTest(parsed, signal, cwd))) return asIs;
  const environment = [`CARGO_MANIFEST_DIR=${dirname(first.manifest)}`, `CARGO=${call[0]}`];
  const words = [...lineOf(binaries, parsed.toTheEnd), ...parsed.binaryWords];
  return {
    kind: 'compiled',
    command: { words: ['env', ...environment, ...words], cwd: dirname(first.manifest) },
    file: undefined,
  };
}

function cargo(
  [file = '', ...words]: readonly string[],
  more: readonly string[],
  signal: AbortSignal,
  cwd: string | undefined,
): Promise<CalledProgram> {
  return callProgram(file, [...words, ...more], signal, cwd);
}

async function hasNoDocTest(
  { call, buildWords, filter }: CargoTest,
  signal: AbortSignal,
  cwd: string | undefined,
): Promise<boolean> {
  const named = filter === undefined ? [] : [filter];
  const words = [...buildWords, '--doc', ...named, '--', '--list'];
  const { code, stdout, stderr } = await cargo(call, words, signal, cwd);
  if (code === 0) return !/: test$/m.test(stdout);
  // Without a library there is no documentation to test.
  return stderr.includes('no library targets found');
}

/** What stands in the lines that cargo prints for machines. */
function binariesOf(lines: string): readonly TestBinary[] {
  const found = lines.split('\n').flatMap((line): readonly TestBinary[] => {
    if (!line.startsWith('{"reason":"compiler-artifact"')) return [];
    const { executable, profile, target, manifest_path } = JSON.parse(line) as Artifact;
    if (executable === null || !profile.test) return [];
    const [kind = 'lib'] = target.kind;
    return [{ file: executable, name: target.name, kind, manifest: manifest_path }];
  });
  const rank = ({ kind }: TestBinary): number => {
    return Math.max(0, kinds.indexOf(kind));
  };
  return found.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

interface Artifact {
  readonly executable: string | null;
  readonly profile: { readonly test: boolean };
  readonly target: { readonly name: string; readonly kind: readonly string[] };
  readonly manifest_path: string;
}

/** Words that run the binaries with what is put behind them. */
function lineOf(binaries: readonly TestBinary[], toTheEnd: boolean): readonly string[] {
  const files = binaries.map(({ file }) => `${shellWord(file)} "$@"`);
  if (files.length === 1) return binaries.map(({ file }) => file);
  const script = toTheEnd
    ? `code=0; ${files.map((file) => `${file} || code=$?`).join('; ')}; exit $code`
    : files.join(' && ');
  return ['/bin/sh', '-c', script, 'cargo-test'];
}
