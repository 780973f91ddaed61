import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type LedgerHeader, ledgerSchema } from '../command/ledger.ts';
import { headerConflict } from '../merge/header-conflict.ts';
import { endOf, nameOf, queueIn } from './pull-runs.ts';
import { createShared, readShared } from './shared-file.ts';

/**
 * Begins the loop that machines share, or joins it; a message where the folder has another one, or
 * one that has ended.
 */
export function joinLoop(folder: string, me: string, header: LedgerHeader): string | undefined {
  const queue = queueIn(folder);
  mkdirSync(queue, { recursive: true });
  const path = join(queue, 'loop');
  createShared(path, header, me);
  const shared = readShared(path, isHeader);
  if (shared === undefined) return `${path} does not say what is looped there`;
  const conflict = headerConflict(shared, header);
  if (conflict !== undefined) return `${folder} is shared by ${conflict}; name another folder`;
  const end = endOf(folder);
  if (end === undefined) return undefined;
  return `${nameOf(end.by)} has ended that loop: ${end.why}; \`raft-loop merge\` tells all of it`;
}

function isHeader(value: unknown): value is LedgerHeader {
  return (value as LedgerHeader | null)?.schema === ledgerSchema;
}
