import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signatureOf } from '../../src/command/signature-of.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signature-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each<[what: string, log: string, signature: string]>([
  ['nothing known', 'oh\nno\n', 'exit code 1'],
  ['a test of Go', '--- FAIL: TestBasic2A (0.05s)\n    config.go:5: x\nFAIL\n', 'TestBasic2A'],
  [
    'two of them, in whatever order, one below another',
    '--- FAIL: TestB (1.00s)\n    --- FAIL: TestB/part (0.5s)\n--- FAIL: TestA (0.1s)\n',
    'TestA, TestB, TestB/part',
  ],
  [
    'a panic of Go, without what differs from run to run',
    'panic: index 17 out of range at 0xc0001 [recovered]\n',
    'panic: index # out of range at 0x# [recovered]',
  ],
  [
    'a deadlock of Go',
    'fatal error: all goroutines are asleep\n',
    'fatal error: all goroutines are asleep',
  ],
  ['a data race', 'WARNING: DATA RACE\n--- FAIL: TestX (0.1s)\n', 'TestX, data race'],
  [
    'a test of Rust with its panic',
    "test elects ... FAILED\nthread 'elects' (4711) panicked at src/lib.rs:10:5:\nterm 3 has 2 leaders\n",
    'elects, term # has # leaders',
  ],
  [
    'a test of pytest',
    'FAILED tests/test_raft.py::test_elects - assert 2 == 1\n',
    'tests/test_raft.py::test_elects',
  ],
  [
    'an assertion of C',
    "raft: raft.c:31: lead: Assertion `votes > 2' failed.\n",
    "raft: raft.c:#: lead: Assertion `votes > #' failed.",
  ],
])('%s', (_, log, signature) => {
  const path = join(folder, 'output.log');
  writeFileSync(path, log);
  expect(signatureOf([path], 'exit code 1')).toBe(signature);
});
