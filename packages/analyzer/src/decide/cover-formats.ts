import type { Format } from '@raftlens/formats';
import { type Coverage, findRule } from '@raftlens/invariants';
import type { FileFacts } from '../input/file-reader.ts';
import { decidability } from './decidability.ts';

/** What is known of a rule, with what would make it known. */
export interface RuleCoverage extends Coverage {
  /** The level or flag that makes the rule decidable, or that none does; undefined where it is. */
  readonly remedy?: string | undefined;
}

/**
 * Takes into account what the formats of the files can show: a rule holds only where its lines are
 * all logged, and where they are not, this says at which level they would be.
 */
export function coverFormats(
  coverage: readonly Coverage[],
  files: readonly FileFacts[],
): readonly RuleCoverage[] {
  const levels = levelsByFormat(files);
  return coverage.map((each) => {
    const rule = findRule(each.rule);
    if (rule === undefined || (each.verdict !== 'holds' && each.verdict !== 'unknown')) return each;
    const remedies: string[] = [];
    let without: string | undefined;
    for (const [format, seen] of levels) {
      const decided = decidability(format, rule, seen);
      if (decided.kind === 'now') continue;
      if (decided.kind === 'never') remedies.push(`${format.id} never logs ${decided.lacking}`);
      else if (decided.kind === 'accuses') {
        remedies.push(`${format.id} can show it broken, and never whole, ${at(decided.level)}`);
      } else {
        remedies.push(`${format.id} logs it at: ${decided.level}`);
        without ??= decided.without;
      }
    }
    if (remedies.length === 0) return each;
    const missing = each.missing ?? without ?? 'lines that are not logged at this level';
    return { ...each, verdict: 'unknown', missing, remedy: remedies.join('; ') };
  });
}

/** What the lines at hand show already needs no other level. */
function at(level: string): string {
  return level === 'default' ? 'at this level already' : `at: ${level}`;
}

/** Of files of one format the least that any of them shows counts. */
function levelsByFormat(
  files: readonly FileFacts[],
): ReadonlyMap<Format, ReadonlySet<string> | undefined> {
  const found = new Map<Format, ReadonlySet<string> | undefined>();
  for (const { format, levels } of files) {
    if (format === undefined || format.notRaft !== undefined) continue;
    const before = found.get(format);
    found.set(format, before === undefined ? levels : new Set(shared(before, levels)));
  }
  return found;
}

function shared(
  before: ReadonlySet<string>,
  levels: ReadonlySet<string> | undefined,
): readonly string[] {
  return [...before].filter((level) => levels === undefined || levels.has(level));
}
