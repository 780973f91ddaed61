import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap/root.mjs';

/** A hash of all sources of some packages, and of what else a result depends on. */
export function hashSources(packages: readonly string[], ...others: readonly string[]): string {
  const hash = createHash('sha256');
  for (const other of others) hash.update(other);
  for (const name of packages) {
    const sources = join(root, 'packages', name, 'src');
    for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(readFileSync(join(sources, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
