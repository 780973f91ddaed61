/** A call of `cargo test` that can be split into a build and runs of what was built. */
export interface CargoTest {
  /** Up to `test`, such as `cargo +nightly test`. */
  readonly call: readonly string[];
  /** What to build, and how. */
  readonly buildWords: readonly string[];
  /** For the test binaries. */
  readonly binaryWords: readonly string[];
  /** The names of tests to run, where some are named. */
  readonly filter: string | undefined;
  /** The documentation's examples are no tests of this call. */
  readonly withoutDoc: boolean;
  /** After a binary that fails the others are run all the same. */
  readonly toTheEnd: boolean;
}

const values = new Set(
  (
    '-p --package --exclude -F --features --profile --target --target-dir --manifest-path -j ' +
    '--jobs --bin --test --example --config -Z'
  ).split(' '),
);
const switches = new Set(
  (
    '-r --release --workspace --all --all-features --no-default-features --locked --offline ' +
    '--frozen --lib --bins --tests --examples --all-targets -v -vv --verbose'
  ).split(' '),
);
/** With any of these the documentation is left out. */
const targets = /^--(?:lib|bins?|tests?|examples?|all-targets)(?:=|$)/;

/**
 * Splits the words of a `cargo test`. Undefined where they are none, or where the binaries alone
 * would not do the same: with `--doc`, `--no-run` or what is not known here.
 */
export function parseCargoTest(words: readonly string[]): CargoTest | undefined {
  const toolchain = words[1]?.startsWith('+') === true ? 1 : 0;
  const call = words.slice(0, 2 + toolchain);
  if (!/(?:^|\/)cargo$/.test(call[0] ?? '') || call.at(-1) !== 'test') return undefined;
  const buildWords: string[] = [];
  const forBinary: string[] = [];
  let filter: string | undefined;
  let toTheEnd = false;
  const rest = words.slice(call.length);
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (word === '--') {
      forBinary.push(...rest.slice(at + 1));
      break;
    }
    const [name = ''] = word.split('=', 1);
    if (word === '--no-fail-fast') toTheEnd = true;
    else if (word === '-q' || word === '--quiet') forBinary.push('--quiet');
    else if (switches.has(word)) buildWords.push(word);
    else if (values.has(name)) {
      buildWords.push(word);
      if (name === word) {
        const value = rest[at + 1];
        if (value === undefined) return undefined;
        buildWords.push(value);
        at += 1;
      }
    } else if (word.startsWith('-') || filter !== undefined) return undefined;
    else filter = word;
  }
  return {
    ...{ call, buildWords, filter, toTheEnd },
    binaryWords: [...(filter === undefined ? [] : [filter]), ...forBinary],
    withoutDoc: buildWords.some((word) => targets.test(word)),
  };
}
