import { bugs } from '@raftlens/bugs';
import type { Kill } from './hunt.ts';
import { suites } from './suites.ts';
import { wanted } from './wanted.ts';

/** What became of one bug: a kill, or none, for each suite. */
export interface Row {
  readonly name: string;
  readonly kills: readonly (Kill | undefined)[];
}

/** The page of the kill matrix. */
export function killMatrixPage(rows: readonly Row[]): string {
  const byName = new Map(bugs.map((bug) => [bug.name, bug]));
  const harmless = (name: string): boolean => byName.get(name)?.harmless !== undefined;
  const alive = rows.filter(({ kills }) => kills.every((kill) => kill === undefined));
  const head = ['bug', ...suites.map(({ scenario }) => scenario), 'named'];
  const budget = suites.map(({ scenario, seeds }) => `${seeds} of ${scenario}`).join(', ');
  const lines = [
    '# Kill matrix',
    '',
    'Which suite finds which bug of the catalogue, with every rule online. A cell gives the first',
    `seed that fails, of ${budget}, and what told`,
    'it: the broken rule that stands first, the `tester` alone, or a core that `throws`. The last',
    'column gives the place of the bug itself among the suspects that the analysis names, the best',
    'of any suite; `–` where only the tester complains or nobody names it.',
    '',
    'Made by `node tools/kill-matrix/kill-matrix.ts`; it counts runs and no times, so that it is',
    'the same everywhere.',
    '',
    ...summary(rows, harmless),
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---|').join('')}`,
    ...rows.map(({ name, kills }) => {
      const note = harmless(name) ? ' (harmless)' : '';
      return `| ${[`${name}${note}`, ...kills.map(cell), named(kills)].join(' | ')} |`;
    }),
    '',
    '## Not found',
    '',
    'What it would take to find the bugs that no suite found in so many runs:',
    '',
    ...alive.map(({ name }) => {
      const why = byName.get(name)?.harmless ?? wanted.get(name) ?? 'more runs.';
      return `- \`${name}\`${harmless(name) ? ' is harmless' : ''}: ${why}`;
    }),
    '',
  ];
  return lines.join('\n');
}

function summary(rows: readonly Row[], harmless: (name: string) => boolean): readonly string[] {
  const harmful = rows.filter(({ name }) => !harmless(name));
  const found = harmful.filter(({ kills }) => kills.some((kill) => kill !== undefined));
  const each = suites.map(({ scenario }, index) => {
    const count = harmful.filter(({ kills }) => kills[index] !== undefined).length;
    return `${count} by ${scenario}`;
  });
  const first = found.filter(({ kills }) => named(kills) === '1').length;
  const spared = rows.length - harmful.length;
  return [
    `Of ${rows.length} bugs ${spared} are proven harmless. Of the other ${harmful.length},`,
    `${found.length} are found: ${each.join(', ')}.`,
    `In ${first} of them the first suspect of some finding is the bug itself.`,
  ];
}

function cell(kill: Kill | undefined): string {
  return kill === undefined ? '–' : `${kill.seed} ${kill.by}`;
}

function named(kills: readonly (Kill | undefined)[]): string {
  const ranks = kills.flatMap((kill) => (kill === undefined || kill.rank === 0 ? [] : [kill.rank]));
  return ranks.length === 0 ? '–' : String(Math.min(...ranks));
}
