import { expect, test } from 'vitest';
import { readTesterLine } from '../../src/mit-tester/tester-line.ts';

test.each<[string, object | undefined]>([
  [
    'Test (2A): multiple elections ...',
    { kind: 'started', test: 'multiple elections', words: 'Test (2A): multiple elections ...' },
  ],
  [
    'Test (3A): initial election (reliable network)...',
    {
      kind: 'started',
      test: 'initial election (reliable network)',
      words: 'Test (3A): initial election (reliable network)...',
    },
  ],
  [
    'Test: one client (4A) ...',
    { kind: 'started', test: 'one client (4A)', words: 'Test: one client (4A) ...' },
  ],
  [
    'a print without an end of lineTest (PartB): RPC byte count ...',
    { kind: 'started', test: 'RPC byte count', words: 'Test (PartB): RPC byte count ...' },
  ],
  ['Test (2A): multiple el', { kind: 'broken', why: 'test name cut short' }],
  ['... Passed', { kind: 'passed', words: '' }],
  [
    '... Passed --   7.5  3  102   24794    6',
    { kind: 'passed', words: '7.5  3  102   24794    6' },
  ],
  [
    '... Passed --  time  4.1s #peers 3 #RPCs   102 #Ops    6',
    { kind: 'passed', words: 'time  4.1s #peers 3 #RPCs   102 #Ops    6' },
  ],
  ['--- FAIL: TestFigure83C (37.79s)', { kind: 'failed', test: 'TestFigure83C' }],
  ['--- FAIL: TestFigure8', { kind: 'broken', why: 'test result cut short' }],
  ['--- PASS: TestFigure83C (37.79s)', { kind: 'go-passed', test: 'TestFigure83C' }],
  ['=== RUN   TestFigure83C', { kind: 'running', test: 'TestFigure83C' }],
  ['=== RUN', { kind: 'broken', why: 'test name missing' }],
  ['DISCONNECTING  5 2 0', { kind: 'disconnecting', nodes: ['5', '2', '0'] }],
  ['DISCONNECTING: [s3, s3, s1]', { kind: 'disconnecting', nodes: ['s3', 's1'] }],
  [
    'DISCONNECTING  10.0.0.1:80 node-a',
    { kind: 'disconnecting', nodes: ['10.0.0.1:80', 'node-a'] },
  ],
  ['DISCONNECTING', { kind: 'broken', why: 'DISCONNECTING names no server' }],
  ['DISCONNECTINGLY', undefined],
  [
    'panic: runtime error: index out of range [3]',
    observed('panic: runtime error: index out of range [3]'),
  ],
  ['x_test.go:12: now and then', observed('now and then')],
  [
    'Fatal: term changed too often',
    {
      kind: 'observed',
      observation: { fact: 'term-changed', message: 'term changed too often' },
    },
  ],
  ['raft.go:12: not of the tester', undefined],
  ['/src/raft1/test.go:96', { kind: 'ignored', why: 'stack of a failure' }],
  ['info: wrote visualization to /tmp/a.html', { kind: 'ignored', why: 'remark of the tester' }],
  ...[
    'PASS',
    'FAIL',
    'FAIL\traft\t8.1s',
    'ok  \traft\t0.5s',
    'exit status 1',
    '=== CONT  TestA',
    '--- SKIP: TestA (0.00s)',
    '?   \traft\t[no test files]',
  ].map((line): [string, object] => [line, { kind: 'ignored', why: 'go test summary' }]),
  ['PASSED', undefined],
  ['', undefined],
])('%s', (line, expected) => {
  expect(readTesterLine(line)).toStrictEqual(expected);
});

function observed(message: string): object {
  return { kind: 'observed', observation: { fact: 'other', message } };
}
