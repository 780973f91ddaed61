import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bugs } from '@raftlens/bugs';
import type { Row } from './row.ts';
import { suites } from './suites.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, '.cache', 'kill-matrix');

/** Rows of an earlier time, kept as long as nothing that they depend on changes. */
export interface KeptRows {
  get(name: string): Row | undefined;
  keep(row: Row): void;
}

/** Opens what is kept for the sources as they are now. */
export function openKeptRows(): KeptRows {
  const place = join(folder, fingerprint());
  mkdirSync(place, { recursive: true });
  const fileOf = (name: string): string => {
    const bug = JSON.stringify(bugs.find((each) => each.name === name));
    const version = createHash('sha256').update(bug).digest('hex').slice(0, 8);
    return join(place, `${name}-${version}.json`);
  };
  return {
    get(name) {
      const file = fileOf(name);
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    },
    keep: (row) => writeFileSync(fileOf(row.name), JSON.stringify(row)),
  };
}

/** Changes with the core, the simulator, the rules and the suites. */
function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify(suites));
  for (const name of ['core', 'sim', 'invariants']) {
    const sources = join(root, 'packages', name, 'src');
    for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(readFileSync(join(sources, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
