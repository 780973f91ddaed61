import { bugs } from '@raftlens/bugs';
import type { Attempt } from './hunt.ts';
import { runsToFind } from './interval.ts';
import type { Row } from './row.ts';
import { labSuites, portfolioSuites, type Suite, strategySuites, suites } from './suites.ts';
import { timesOf } from './times.ts';

const harmless = new Map(
  bugs.flatMap((bug) => (bug.harmless === undefined ? [] : [[bug.name, bug.harmless] as const])),
);

/** The page of the kill matrix. */
export function killMatrixPage(rows: readonly Row[]): string {
  return `${[
    '# Kill matrix',
    '',
    'Which suite finds which bug of the catalogue, how soon, and what tells it.',
    '`npm run bench -- kill-matrix` makes this page; with names of bugs it makes their rows alone.',
    'Runs are the same everywhere; times are CPU time of one thread, and vary with the machine.',
    '',
    ...summary(rows),
    ...tablesOf(rows),
    '## Not found',
    '',
    ...notFound(rows),
    '',
  ].join('\n')}`;
}

/** The tables alone. */
export function tablesOf(rows: readonly Row[]): readonly string[] {
  return [
    '## By the portfolio',
    '',
    `Chaos as \`raft-loop --scenario chaos\` runs it, from ${startsOf('portfolio')}: starts that`,
    'found the bug, runs to find it (the mean, and its 95 % interval), time to find it (median and',
    'slowest start), and what told it: the broken rule that stands first, or what the harness saw;',
    '`figure-2` is a step that Figure 2 does not allow, `conformance` one that the correct core',
    'would not have taken. *No reference* is',
    `the same from ${startsOf('without a reference')} by rules, harness and Figure 2 alone.`,
    '*Named* is the best place of the bug among the suspects of any finding.',
    '',
    ...table(
      ['bug', 'found', 'runs', 'ms', 'slowest', 'told by', 'no reference', 'named'],
      rows.map((row) => [titleOf(row), ...portfolioCells(row), named(row)]),
    ),
    '',
    '## By suite and strategy',
    '',
    `The first run that shows it, of ${budgets(labSuites)} of the lab with every rule and plain`,
    `chance, and of ${strategySuites[0]?.runs} of chaos by each strategy alone.`,
    '',
    ...table(
      ['bug', ...[...labSuites, ...strategySuites].map(({ name }) => name)],
      rows.map((row) => [
        titleOf(row),
        ...[...labSuites, ...strategySuites].map((suite) => firstRun(attemptsOf(row, suite))),
      ]),
    ),
    '',
  ];
}

function summary(rows: readonly Row[]): readonly string[] {
  const harmful = rows.filter(({ name }) => !harmless.has(name));
  const [portfolio, alone] = portfolioSuites;
  const lines = [
    `Of ${rows.length} bugs ${rows.length - harmful.length} are proven harmless. Of the other`,
    `${harmful.length}, ${countFound(harmful, portfolio)} are found by the portfolio,`,
    `${countFound(harmful, alone)} without a reference in so few runs, and`,
    `${harmful.filter((row) => suites.some((each) => isFound(row, each))).length} by any suite.`,
  ];
  const attempts = harmful.flatMap((row) => attemptsOf(row, portfolio));
  const { median, p95, slowest, missed } = timesOf(attempts);
  const lost = missed === 0 ? '' : `; ${missed} of ${attempts.length} starts gave up`;
  return [
    ...lines,
    '',
    `The portfolio takes ${median} ms to find a bug (median of all starts), ${p95} ms at the 95th`,
    `percentile, ${slowest} ms at most${lost}.`,
    '',
  ];
}

function portfolioCells(row: Row): readonly string[] {
  const [portfolio, alone] = portfolioSuites;
  const attempts = attemptsOf(row, portfolio);
  const { median, slowest } = timesOf(attempts);
  const [by] = mostOften(
    [...attempts, ...attemptsOf(row, alone)].flatMap(({ kill }) => kill ?? []),
  );
  return [
    foundOf(attempts),
    runsCell(attempts),
    isFound(row, portfolio) ? median : '–',
    isFound(row, portfolio) ? slowest : '–',
    by ?? '–',
    runsCell(attemptsOf(row, alone)),
  ];
}

function runsCell(attempts: readonly Attempt[]): string {
  const finds = attempts.filter(({ kill }) => kill !== undefined).length;
  if (finds === 0) return '–';
  const runs = attempts.reduce((sum, attempt) => sum + attempt.runs, 0);
  const { mean, from, to } = runsToFind(finds, runs);
  return `${short(mean)} (${short(from)} to ${short(to)})`;
}

/** A rule tells more than the harness, and that more than the reference. */
function mostOften(kills: readonly { readonly by: string }[]): readonly string[] {
  const rules = kills.map(({ by }) => by).filter((by) => by !== 'conformance' && by !== 'figure-2');
  const counts = new Map<string, number>();
  const spec = kills.map(({ by }) => by).filter((by) => by === 'figure-2');
  const telling = rules.length > 0 ? rules : spec.length > 0 ? spec : kills.map(({ by }) => by);
  for (const by of telling) {
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left).map(([by]) => by);
}

function named(row: Row): string {
  const ranks = row.attempts.flat().flatMap(({ kill }) => (kill?.rank ? [kill.rank] : []));
  return ranks.length === 0 ? '–' : String(Math.min(...ranks));
}

function firstRun(attempts: readonly Attempt[]): string {
  const found = attempts.find(({ kill }) => kill !== undefined);
  return found === undefined ? '–' : `${found.runs} ${found.kill?.by}`;
}

function foundOf(attempts: readonly Attempt[]): string {
  return `${attempts.filter(({ kill }) => kill !== undefined).length}/${attempts.length}`;
}

function notFound(rows: readonly Row[]): readonly string[] {
  const alive = rows.filter((row) => !suites.some((suite) => isFound(row, suite)));
  const spared = rows.filter(({ name }) => harmless.has(name));
  return [
    ...alive
      .filter(({ name }) => !harmless.has(name))
      .map(({ name }) => `- \`${name}\`: more runs, or a scene of its own.`),
    ...spared.map(({ name }) => `- \`${name}\` is harmless: ${harmless.get(name)}`),
  ];
}

function attemptsOf(row: Row, suite: Suite | undefined): readonly Attempt[] {
  return suite === undefined ? [] : (row.attempts[suites.indexOf(suite)] ?? []);
}

function isFound(row: Row, suite: Suite | undefined): boolean {
  return attemptsOf(row, suite).some(({ kill }) => kill !== undefined);
}

function countFound(rows: readonly Row[], suite: Suite | undefined): number {
  return rows.filter((row) => isFound(row, suite)).length;
}

function titleOf({ name }: Row): string {
  return harmless.has(name) ? `${name} (harmless)` : name;
}

function startsOf(name: string): string {
  const suite = portfolioSuites.find((each) => each.name === name);
  return `${suite?.starts} starts of at most ${suite?.runs} runs each`;
}

function budgets(some: readonly Suite[]): string {
  return some.map(({ name, runs }) => `${runs} of ${name}`).join(', ');
}

function short(count: number): string {
  return count < 10 ? String(Math.round(count * 10) / 10) : String(Math.round(count));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---|').join('')}`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ];
}
