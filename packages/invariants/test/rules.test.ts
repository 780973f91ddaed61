import { readFileSync } from 'node:fs';
import { catalogue, envelopeFields } from '@raftlens/trace';
import { describe, expect, test } from 'vitest';
import { findRule, rules } from '../src/index.ts';

test('the rules, in the order of reports', async () => {
  const list = rules.map(
    ({ code, id, severity, source }) => `${code} ${id} (${severity}, ${source})`,
  );
  await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('rules.txt');
});

test('a rule is found by its id and by its code, in any case', () => {
  for (const rule of rules) {
    expect(findRule(rule.id)).toBe(rule);
    expect(findRule(rule.code.toLowerCase())).toBe(rule);
    expect(findRule(rule.id.toUpperCase())).toBe(rule);
  }
  expect(findRule('S')).toBeUndefined();
});

test('ids and codes are unique', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

/** What a test of a rule shows: verdicts stand in its snapshots. */
const verdicts: readonly (readonly [verdict: string, shown: RegExp])[] = [
  ['violated or suspicious', /(?:violated|suspicious) \(/],
  ['holds', /['"`]holds['":]/],
  ['unknown', /['"`]unknown['":]/],
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(verdicts)('a test shows a trace that leaves it %s', (_verdict, shown) => {
    const source = new URL(`./rules/${rule.id}.test.ts`, import.meta.url);
    expect(readFileSync(source, 'utf8')).toMatch(shown);
  });

  test('its id is kebab-case, and its words are sentences', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.source).toMatch(/Raft §|thesis §/);
    expect(rule.statement).toMatch(/^[A-Za-z].*\.$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
  });

  test('what it needs is in the catalogue', () => {
    for (const { event, fields } of rule.needs) {
      const known: Readonly<Record<string, unknown>> = {
        ...envelopeFields,
        ...catalogue[event].fields,
      };
      for (const field of fields ?? []) expect(known).toHaveProperty(field.split('.')[0] ?? '');
    }
  });
});
