import { existsSync, readFileSync } from 'node:fs';
import { agreedCorePlace } from './agreed-core.ts';

/** Lines of the core that are not those of the agreed one, without types and comments. */
export interface CoreChange {
  /** Below the core's sources. */
  readonly file: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** What the build found changed in the core since it was agreed upon; empty for the agreed one. */
export function coreChanges(): readonly CoreChange[] {
  const file = new URL('changes.json', agreedCorePlace);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}
