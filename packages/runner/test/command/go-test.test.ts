import { expect, test } from 'vitest';
import { plainWords } from '../../src/command/compile-once.ts';
import { areBuildFlags, parseGoTest } from '../../src/command/go-test.ts';

/** Build flags, packages and words for the binary, or none where `go test` is left to itself. */
function split(line: string): string {
  const parsed = parseGoTest(line.split(' '));
  if (parsed === undefined) return 'as is';
  const { buildFlags, packages, binaryWords } = parsed;
  const usual = ['-test.paniconexit0', '-test.timeout=10m0s'];
  const words = binaryWords.filter((word) => !usual.includes(word));
  return [buildFlags, packages, words].map((part) => part.join(' ')).join(' | ');
}

test.each([
  ['go test', ' |  | '],
  ['go test -run 2A', ' |  | -test.run=2A'],
  ['go test -run=2A --count=3 -race', '-race |  | -test.run=2A -test.count=3'],
  ['/usr/bin/go test -race -tags a,b ./raft -v', '-race -tags=a,b | ./raft | -test.v=true'],
  [
    'go test -v=false -short . -args -x --count=2',
    ' | . | -test.v=false -test.short=true -x --count=2',
  ],
  ['go test -test.run {item} ./...', ' | ./... | -test.run={item}'],
  ['go test -timeout 30s', ' |  | -test.timeout=30s'],
  ['go test -json', 'as is'],
  ['go test -cover', 'as is'],
  ['go test -exec x', 'as is'],
  ['go test -cpuprofile f', 'as is'],
  ['go test . -v word', 'as is'],
  ['go test -run', 'as is'],
  ['go test -C dir', 'as is'],
  ['go vet', 'as is'],
  ['gotest -run 2A', 'as is'],
])('%s', (line, parts) => {
  expect(split(line)).toBe(parts);
});

test('a time limit is given once', () => {
  const words = (line: string): unknown => parseGoTest(line.split(' '))?.binaryWords;
  expect(words('go test')).toEqual(['-test.paniconexit0', '-test.timeout=10m0s']);
  expect(words('go test -timeout=0')).toEqual(['-test.paniconexit0', '-test.timeout=0']);
});

test.each([
  [['go test -run 2A'], ['go', 'test', '-run', '2A']],
  [['go test  -run 2A'], ['go', 'test', '-run', '2A']],
  [['go test -run "2A"'], ['go test -run "2A"']],
  [['cd x && go test'], ['cd x && go test']],
  [
    ['go', 'test', 'a b'],
    ['go', 'test', 'a b'],
  ],
  [['go'], ['go']],
])('%j is read as %j', (given, words) => {
  expect(plainWords(given)).toEqual(words);
});

test.each([
  [undefined, true],
  ['', true],
  ['-count=1', true],
  ['-mod=mod -race', true],
  ['-run=2A', false],
  ['-count=5', false],
])('GOFLAGS %j are for the build: %j', (flags, all) => {
  expect(areBuildFlags(flags)).toBe(all);
});
