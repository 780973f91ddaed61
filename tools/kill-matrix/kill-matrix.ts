// Hunts every bug of the catalogue with every suite and writes docs/kill-matrix.md. The page is the
// same wherever and however often it is made: it counts runs and no times.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bugs } from '@raftlens/bugs';
import type { Kill } from './hunt.ts';
import { killMatrixPage, type Row } from './page.ts';

const page = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'kill-matrix.md');

function huntAll(names: readonly string[], workers: number): Promise<ReadonlyMap<string, Row>> {
  const waiting = [...names];
  const rows = new Map<string, Row>();
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, Row>>();
  for (let count = 0; count < workers; count += 1) {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const next = (): void => {
      const name = waiting.shift();
      if (name === undefined) worker.terminate();
      else worker.postMessage(name);
    };
    worker.on('message', (row: { readonly name: string; readonly kills: Row['kills'] }) => {
      rows.set(row.name, row);
      process.stderr.write(`${row.name}: ${row.kills.map(shortly).join(', ')}\n`);
      next();
      if (rows.size === names.length) resolve(rows);
    });
    worker.on('error', reject);
    next();
  }
  return promise;
}

function shortly(kill: Kill | undefined): string {
  return kill === undefined ? '-' : `${kill.seed} ${kill.by} ${kill.rank}`;
}

const rows = await huntAll(
  bugs.map(({ name }) => name),
  Number(process.argv[2] ?? 2),
);
const text = killMatrixPage(bugs.flatMap(({ name }) => rows.get(name) ?? []));
writeFileSync(page, text);
process.stderr.write(`${readFileSync(page, 'utf8').split('\n').length} lines in ${page}\n`);
