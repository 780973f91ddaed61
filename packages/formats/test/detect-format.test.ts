import { expect, test } from 'vitest';
import { detectFormat } from '../src/index.ts';

test.each<[string, readonly string[]]>([
  ['nothing', []],
  ['a blank line', ['']],
  ['prose', ['6.824 Lab 2 - Raft', '2A: leader election and heartbeats']],
  [
    'the log of another program',
    ['2021/08/04 15:45:58 listening on :8080', '2021/08/04 15:45:59 GET /'],
  ],
  ['JSON lines of another program', ['{"level":30,"time":1,"event":"request","msg":"GET /"}']],
])('%s has no format', (_, lines) => {
  expect(detectFormat(lines)).toBeUndefined();
});

test.each<[string, string, string]>([
  [
    'raft-trace',
    'one event in the middle of other JSON',
    '{"time":5,"event":"timer.expired","timer":"election"}',
  ],
  ['raft-trace', 'a cut line', '{"time":5,"event":"trace.started","schema":"raft-'],
  [
    'lab-notes',
    'one line of a server',
    '2021/08/04 15:45:58 1: Election timed out; staying a candidate',
  ],
  ['mit-tester', 'a test', 'Test (3A): initial election (reliable network)...'],
  ['mit-tester', 'a failure', '    config.go:400: expected one leader, got none'],
  ['mit-tester', 'any go test', '--- FAIL: TestNowAndThen (0.01s)'],
])('%s: %s', (id, _, line) => {
  expect(detectFormat(['', 'what went before', line])?.id).toBe(id);
});
