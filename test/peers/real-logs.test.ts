import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type Analysis, analyze, fileSource } from '@raftlens/analyzer';
import { describe, expect, test } from 'vitest';

/**
 * Logs of real clusters, with the truth about each run, which are kept beside the checkout and not
 * in it. A clone of anybody's has none and is not asked for them; where CI is set they must be
 * there.
 */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'logs');
const elsewhere = process.env.RAFTLENS_REAL_LOGS;
const logs = elsewhere ?? folder;

interface Truth {
  readonly nodes?: readonly Readonly<Record<string, unknown>>[];
  readonly expected_verdict: string;
  readonly expected_findings?: readonly Expected[];
  readonly log_derived?: {
    readonly leaders: Readonly<Record<string, readonly { node: string }[]>>;
  };
}

interface Expected {
  readonly kind: string;
  readonly must: string;
  readonly term?: number;
}

const sets = existsSync(logs)
  ? readdirSync(logs).filter((name) => existsSync(join(logs, name, 'truth.json')))
  : [];

test('the logs are there where CI is set', () => {
  const demanded = process.env.CI !== undefined || elsewhere !== undefined;
  expect(demanded ? [logs, sets.length > 0] : []).toEqual(demanded ? [logs, true] : []);
});

describe.each(sets)('%s', (name) => {
  const truth: Truth = JSON.parse(readFileSync(join(logs, name, 'truth.json'), 'utf8'));
  const files = readdirSync(join(logs, name))
    .filter((file) => file !== 'truth.json' && !file.includes('showlog'))
    .map((file) => join(logs, name, file));
  const system = name.replace(/^gotest-/, '').split('-', 1)[0] ?? '';
  const analysis = analyze(files.map(fileSource));

  test('is of its format, and every line is accounted for', async () => {
    const { files: reports } = await analysis;
    for (const { format, counts, file } of reports) {
      expect([file, format.split('-', 1)[0]]).toEqual([file, system]);
      expect(counts.lines).toBe(counts.events + counts.ignored + counts.broken);
      expect([file, counts.broken]).toEqual([file, 0]);
    }
  });

  test('99 % of the lines of Raft are understood', async () => {
    let known = 0;
    let unknown = 0;
    for (const { counts, reasons } of (await analysis).files) {
      known += counts.events;
      unknown += reasons.get('Raft, in unknown words') ?? 0;
    }
    expect(unknown).toBeLessThanOrEqual(known * 0.01);
  });

  test('has the leaders of the truth', async () => {
    if (truth.log_derived === undefined) return;
    const expected = Object.entries(truth.log_derived.leaders).map(([term, leaders]) => [
      term,
      leaders.map(({ node }) => node).sort(),
    ]);
    expect(leadersOf(await analysis, truth)).toEqual(Object.fromEntries(expected));
  });

  test('breaks the rules of the truth, and no other', async () => {
    const violations = (await analysis).findings.filter(({ severity }) => severity === 'violation');
    const found = violations.map(({ rule, term }) => `${rule} ${term}`);
    const expected = truth.expected_findings ?? [];
    for (const { kind, term, must } of expected) {
      if (must === 'must') expect(found).toContain(`${kind} ${term}`);
    }
    if (!truth.expected_verdict.includes('must be reported')) expect(found).toEqual([]);
  });
});

/** By term, or group and term, the names that the truth has for them. */
function leadersOf(
  { leaders, nodes }: Analysis,
  truth: Truth,
): Readonly<Record<string, readonly string[]>> {
  const names = new Map<unknown, string>();
  for (const node of truth.nodes ?? []) {
    for (const name of Object.values(node)) names.set(name, String(node.name));
  }
  const nameOf = (id: string): string => {
    const aliases = nodes.find(({ node }) => node === id)?.aliases ?? [];
    const known = [id, ...aliases].find((name) => names.has(name));
    return names.get(known) ?? id;
  };
  const byTerm = new Map<string, Set<string>>();
  for (const { group, term, node } of leaders) {
    const key = group === undefined ? String(term) : `${group}:${term}`;
    byTerm.set(key, (byTerm.get(key) ?? new Set()).add(nameOf(node)));
  }
  return Object.fromEntries([...byTerm].map(([term, found]) => [term, [...found].sort()]));
}
