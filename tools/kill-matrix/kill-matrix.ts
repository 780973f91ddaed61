// kill-matrix [NAME...]: hunts every bug of the catalogue, or those named, with every suite. With
// all of them it writes docs/kill-matrix.md, else it prints their rows. What was hunted before is
// not hunted again as long as the sources are the same, so that it can be interrupted.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bugs } from '@raftlens/bugs';
import { inWorkers } from '../in-workers.ts';
import { openKeptRows } from './kept-rows.ts';
import { killMatrixPage, tablesOf } from './page.ts';
import type { Row } from './row.ts';

const page = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'kill-matrix.md');
const workers = 2;

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !bugs.some((bug) => bug.name === name));
if (unknown === undefined) await make(wanted);
else {
  process.stderr.write(`kill-matrix: no bug is called ${unknown}; raft-loop --list-bugs has all\n`);
  process.exitCode = 2;
}

async function make(only: readonly string[]): Promise<void> {
  const kept = openKeptRows();
  const names = bugs.map(({ name }) => name).filter((name) => !only.length || only.includes(name));
  const missing = names.filter((name) => kept.get(name) === undefined);
  let done = names.length - missing.length;
  const hunter = new URL('./worker.ts', import.meta.url);
  await inWorkers(hunter, workers, missing, (row: Row) => {
    kept.keep(row);
    done += 1;
    process.stderr.write(`${done} of ${names.length}: ${row.name}\n`);
  });
  const rows = names.flatMap((name) => kept.get(name) ?? []);
  if (only.length > 0) process.stdout.write(`${tablesOf(rows).join('\n')}\n`);
  else {
    const text = killMatrixPage(rows);
    writeFileSync(page, text);
    process.stdout.write(text);
  }
}
