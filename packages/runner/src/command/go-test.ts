/** A call of `go test` that can be split into a build and runs of what was built. */
export interface GoTest {
  /** Of the build: `-race`, `-tags x` and their like. */
  readonly buildFlags: readonly string[];
  /** As they were given; empty for the package of the folder. */
  readonly packages: readonly string[];
  /** For the test binary, in its own spelling. */
  readonly binaryWords: readonly string[];
}

const buildValues = new Set(
  (
    'p asmflags buildmode compiler gccgoflags gcflags installsuffix ldflags mod modfile overlay ' +
    'pgo pkgdir tags toolexec'
  ).split(' '),
);
const buildSwitches = new Set('a race msan asan linkshared modcacherw trimpath'.split(' '));
const testValues = new Set(
  'run skip bench benchtime count cpu list parallel timeout shuffle'.split(' '),
);
const testSwitches = new Set('short failfast benchmem v fullpath'.split(' '));

/** What `go test` gives its binary if nothing else is said. */
const usualTimeout = '10m0s';

/**
 * Splits the words of a `go test`. Undefined where they are none, or where the binary alone would
 * not do the same: with profiles, coverage, `-json`, `-exec`, or what is not known here.
 */
export function parseGoTest(words: readonly string[]): GoTest | undefined {
  const [go = '', test, ...rest] = words;
  if (!/(?:^|\/)go$/.test(go) || test !== 'test') return undefined;
  const buildFlags: string[] = [];
  const packages: string[] = [];
  const flags: string[] = [];
  let flagsAfterPackages = false;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (/^--?args$/.test(word)) return done(rest.slice(at + 1));
    const [, name, value] = /^--?(?:test\.)?([a-z]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) {
      // After the flags that follow the packages, words are for the binary: better left to Go.
      if (word.startsWith('-') || flagsAfterPackages) return undefined;
      packages.push(word);
      continue;
    }
    flagsAfterPackages = packages.length > 0;
    if (buildSwitches.has(name)) buildFlags.push(word);
    else if (testSwitches.has(name)) flags.push(`-test.${name}=${value ?? 'true'}`);
    else if (buildValues.has(name) || testValues.has(name)) {
      const given = value ?? rest[at + 1];
      if (given === undefined) return undefined;
      if (value === undefined) at += 1;
      if (buildValues.has(name)) buildFlags.push(`-${name}=${given}`);
      else flags.push(`-test.${name}=${given}`);
    } else return undefined;
  }
  return done([]);

  function done(forTest: readonly string[]): GoTest {
    const timed = flags.some((flag) => flag.startsWith('-test.timeout='));
    const timeout = timed ? [] : [`-test.timeout=${usualTimeout}`];
    return {
      ...{ buildFlags, packages },
      binaryWords: ['-test.paniconexit0', ...timeout, ...flags, ...forTest],
    };
  }
}

/** Whether these flags, as `GOFLAGS` has them, are all for the build, which reads them itself. */
export function areBuildFlags(goflags: string | undefined): boolean {
  const flags = (goflags ?? '').split(/\s+/).filter((flag) => flag !== '');
  return flags.every((flag) => {
    const name = /^--?([a-z]+)(?:=|$)/.exec(flag)?.[1] ?? '';
    return buildSwitches.has(name) || buildValues.has(name) || flag === '-count=1';
  });
}
