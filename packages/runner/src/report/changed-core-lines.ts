import type { CoreChange } from '@raftlens/bugs';
import { escapeText } from '@raftlens/trace/escape-text';

/** Lines that are told of each side of a change, and places that changed. */
const linesShown = 2;
const placesShown = 3;
/** So much of a line says which one it is. */
const lineLength = 80;

/** Says that the core that ran is not the agreed one, and where: a seed fails by these lines. */
export function changedCoreLines(changes: readonly CoreChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const lines = ['  core:    not the agreed one; packages/core/src has'];
  for (const [at, { file, was, is }] of changes.slice(0, placesShown).entries()) {
    if (file !== changes[at - 1]?.file) lines.push(`             ${escapeText(file)}`);
    lines.push(...sideOf('−', was), ...sideOf('+', is));
  }
  const more = changes.length - placesShown;
  if (more > 0) lines.push(`             and ${more} more changed place${more === 1 ? '' : 's'}`);
  return lines;
}

function sideOf(sign: string, lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, linesShown).map((line) => `${sign} ${escapeText(line, lineLength)}`);
  const more = lines.length - linesShown;
  if (more > 0) shown.push(`${sign} … ${more} more`);
  return shown.map((line) => `               ${line}`);
}
