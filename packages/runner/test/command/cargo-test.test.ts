import { expect, test } from 'vitest';
import { parseCargoTest } from '../../src/command/cargo-test.ts';

/** The call, what is built and the words for the binaries, or none where cargo is left alone. */
function split(line: string): string {
  const parsed = parseCargoTest(line.split(' '));
  if (parsed === undefined) return 'as is';
  const { call, buildWords, binaryWords, withoutDoc, toTheEnd } = parsed;
  const words = [call, buildWords, binaryWords].map((part) => part.join(' '));
  return [...words, withoutDoc ? 'no doc' : 'doc', ...(toTheEnd ? ['to the end'] : [])].join(' | ');
}

test.each([
  ['cargo test', 'cargo test |  |  | doc'],
  ['cargo test elects_2a', 'cargo test |  | elects_2a | doc'],
  ['cargo test {item} -- --nocapture', 'cargo test |  | {item} --nocapture | doc'],
  ['cargo +nightly test --lib', 'cargo +nightly test | --lib |  | no doc'],
  ['/usr/bin/cargo test --test raft 2a', '/usr/bin/cargo test | --test raft | 2a | no doc'],
  ['cargo test --test=raft -r', 'cargo test | --test=raft -r |  | no doc'],
  [
    'cargo test -p raft --features a,b --release -- --test-threads 1',
    'cargo test | -p raft --features a,b --release | --test-threads 1 | doc',
  ],
  ['cargo test -q --no-fail-fast', 'cargo test |  | --quiet | doc | to the end'],
  ['cargo test --doc', 'as is'],
  ['cargo test --no-run', 'as is'],
  ['cargo test --features', 'as is'],
  ['cargo test one two', 'as is'],
  ['cargo nextest run', 'as is'],
  ['cargo build', 'as is'],
  ['go test', 'as is'],
])('%s', (line, parts) => {
  expect(split(line)).toBe(parts);
});
