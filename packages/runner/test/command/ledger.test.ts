import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEarlier } from '../../src/command/earlier-loop.ts';
import {
  type LedgerHeader,
  ledgerPath,
  ledgerSchema,
  openLedger,
  readLedger,
} from '../../src/command/ledger.ts';
import type { RunRecord } from '../../src/command/run-record.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header: LedgerHeader = {
  schema: ledgerSchema,
  command: ['go', 'test'],
  options: ['--num', '9'],
  argv: '0123456789ab',
  start: 1,
  cwd: '/here',
};

function record(index: number, more: Partial<RunRecord> = {}): RunRecord {
  const shared = { argv: header.argv, start: 1, ms: 2.5, verdict: 'PASS', why: 'passed' } as const;
  return { index, seed: index + 10, ...shared, ...more };
}

async function lines(): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of readLedger(folder)) {
    if (line.kind === 'record') all.push(`run ${line.record.index}`);
    else all.push(line.kind === 'header' ? 'header' : `broken ${line.line}`);
  }
  return all;
}

test('what is written is read again, through several openings', async () => {
  for (const index of [1, 2]) {
    const ledger = openLedger(folder, header);
    ledger.append(record(index));
    ledger.close();
  }
  expect(await lines()).toEqual(['header', 'run 1', 'run 2']);
});

test('wherever the last write was torn, all before it is kept and goes on', async () => {
  const ledger = openLedger(folder, header);
  ledger.append(record(1));
  ledger.close();
  const whole = readFileSync(ledgerPath(folder), 'utf8');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (length) => {
      rmSync(ledgerPath(folder));
      appendFileSync(ledgerPath(folder), whole + JSON.stringify(record(2)).slice(0, length));
      const again = openLedger(folder, header);
      again.append(record(3));
      again.close();
      expect(await lines()).toEqual(['header', 'run 1', 'run 3']);
    }),
    { numRuns: 20 },
  );
});

test('a broken line is told by its number, and hides none of the others', async () => {
  const ledger = openLedger(folder, header);
  ledger.append(record(1));
  appendFileSync(ledgerPath(folder), '{"index":2\n\u0000\n{"index":"2"}\n');
  ledger.append(record(3, { verdict: 'FAIL', why: 'exit code 1' }));
  ledger.append(record(3));
  ledger.close();
  expect(await lines()).toEqual([
    ...['header', 'run 1', 'broken 3', 'broken 4', 'broken 5', 'run 3', 'run 3'],
  ]);
  const seen: number[] = [];
  const earlier = await readEarlier(folder, ({ index }) => seen.push(index));
  expect(seen).toEqual([1, 3]);
  expect([earlier?.failed, earlier?.broken, earlier?.done.size]).toEqual([[3], [3, 4, 5], 2]);
});

test('a file that says nothing of a loop is none', async () => {
  appendFileSync(ledgerPath(folder), '{"schema":"something/1"}\n');
  expect(await readEarlier(folder, () => {})).toBeUndefined();
});

test('a full disk is an error with its code, and not a lost line', () => {
  symlinkSync('/dev/full', ledgerPath(folder));
  expect(() => openLedger(folder, header).append(record(1))).toThrow(
    expect.objectContaining({ code: 'ENOSPC' }),
  );
});

test('a ledger that a run removes is written again, with all that was in it', async () => {
  const ledger = openLedger(folder, header);
  ledger.append(record(1));
  rmSync(folder, { recursive: true });
  ledger.append(record(2));
  ledger.append(record(3));
  expect(await lines()).toEqual(['header', 'run 1', 'run 2', 'run 3']);
  rmSync(ledgerPath(folder));
  ledger.append(record(4));
  ledger.close();
  expect(await lines()).toEqual(['header', 'run 1', 'run 2', 'run 3', 'run 4']);
});
