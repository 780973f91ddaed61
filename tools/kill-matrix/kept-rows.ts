import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bugs } from '@raftlens/bugs';
import { root } from '../bootstrap/root.mjs';
import { hashSources } from '../hash-sources.ts';
import type { Row } from './row.ts';
import { suites } from './suites.ts';

const folder = join(root, '.cache', 'kill-matrix');

/** Rows of an earlier time, kept as long as nothing that they depend on changes. */
export interface KeptRows {
  get(name: string): Row | undefined;
  keep(row: Row): void;
}

/** Opens what is kept for the sources as they are now. */
export function openKeptRows(): KeptRows {
  const version = hashSources(['core', 'sim', 'invariants'], JSON.stringify(suites));
  const place = join(folder, version);
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
