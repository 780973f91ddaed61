import { type Format, formats } from '@raftlens/formats';
import { rules } from '@raftlens/invariants';
import { decidability } from '../decide/decidability.ts';
import type { Page } from './finding-text.ts';
import { drawTable } from './table.ts';

/** Every format, and which rules its lines can decide at which level, by their capabilities. */
export async function formatsText({ width }: Page): Promise<string> {
  const rows = formats.map((format) => [format.id, format.title, decides(format)]);
  const head = ['format', 'what it is', 'rules that it can decide, by level'];
  const note = '* can be seen broken, and never to hold, as the lines show a part of it\n';
  return `${await drawTable({ head, rows, width })}${note}`;
}

function decides(format: Format): string {
  if (format.notRaft !== undefined) return 'none: not Raft';
  const byLevel = new Map<string, string[]>();
  for (const rule of rules) {
    const decided = decidability(format, rule, new Set());
    if (decided.kind === 'never') continue;
    const level = decided.kind === 'now' ? 'default' : decided.level;
    const code = decided.kind === 'accuses' ? `${rule.code}*` : rule.code;
    byLevel.set(level, [...(byLevel.get(level) ?? []), code]);
  }
  return [...byLevel]
    .sort(([a], [b]) => Number(b === 'default') - Number(a === 'default'))
    .map(([level, codes]) => `${level}: ${codes.join(' ')}`)
    .join('\n');
}
