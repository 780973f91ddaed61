import type { LeaderSpan } from '@raftlens/invariants';
import { expect, test } from 'vitest';
import { leadersText } from '../../src/render/leaders-text.ts';

const page = { width: 100, colour: false };

function span(node: string, term: number, from: number, to?: number): LeaderSpan {
  const end = to === undefined ? 'open' : 'higher-term';
  return { group: undefined, run: undefined, node, term, from, to, end };
}

test('says so where there is none', async () => {
  expect(await leadersText([], page)).toBe('No server becomes leader in this log.\n');
});

test('a program that logs no leaders may have some', async () => {
  expect(await leadersText([], page, false)).toBe(
    'Who leads in which term is not logged here (--coverage says what would tell it).\n',
  );
});

test('shows when each of them led', async () => {
  const spans = [span('n1', 1, 0, 500), span('n2', 2, 400, 900), span('n1', 4, 1000)];
  expect(await leadersText(spans, page)).toMatchInlineSnapshot(`
    "Leaders by term
    ┌──────┬────────┬──────────────┬──────────────┬─────────────┬──────────────────────────┐
    │ term │ leader │ from         │ to           │ end         │ when                     │
    ├──────┼────────┼──────────────┼──────────────┼─────────────┼──────────────────────────┤
    │ 1    │ n1     │ 00:00:00.000 │ 00:00:00.500 │ higher-term │ █████████████            │
    │ 2    │ n2     │ 00:00:00.400 │ 00:00:00.900 │ higher-term │          █████████████   │
    │ 4    │ n1     │ 00:00:01.000 │              │ not logged  │                        █ │
    └──────┴────────┴──────────────┴──────────────┴─────────────┴──────────────────────────┘
    "
  `);
});

test('leaves the bars out of a narrow page', async () => {
  const spans = [span('n1', 1, 0, 500), span('n2', 2, 400)];
  expect(await leadersText(spans, { ...page, width: 64 })).toMatchInlineSnapshot(`
    "Leaders by term
    ┌──────┬────────┬──────────────┬──────────────┬─────────────┐
    │ term │ leader │ from         │ to           │ end         │
    ├──────┼────────┼──────────────┼──────────────┼─────────────┤
    │ 1    │ n1     │ 00:00:00.000 │ 00:00:00.500 │ higher-term │
    │ 2    │ n2     │ 00:00:00.400 │              │ not logged  │
    └──────┴────────┴──────────────┴──────────────┴─────────────┘
    "
  `);
});

test('survives one moment, and a clock that was set back', async () => {
  expect(await leadersText([span('n1', 1, 5)], page)).toContain('│ █┄┄');
  expect(await leadersText([span('n1', 1, 500, 400)], page)).toContain('higher-term');
});

test('gives each run a table, and groups a column', async () => {
  const spans = [
    { ...span('n1', 1, 0, 10), run: 'first', group: 'g1' },
    { ...span('n1', 1, 0, 10), run: 'second' },
  ];
  expect(await leadersText(spans, page)).toMatchInlineSnapshot(`
    "Leaders by term, run first
    ┌───────┬──────┬────────┬──────────────┬──────────────┬─────────────┬──────────────────────────┐
    │ group │ term │ leader │ from         │ to           │ end         │ when                     │
    ├───────┼──────┼────────┼──────────────┼──────────────┼─────────────┼──────────────────────────┤
    │ g1    │ 1    │ n1     │ 00:00:00.000 │ 00:00:00.010 │ higher-term │ ████████████████████████ │
    └───────┴──────┴────────┴──────────────┴──────────────┴─────────────┴──────────────────────────┘

    Leaders by term, run second
    ┌──────┬────────┬──────────────┬──────────────┬─────────────┬──────────────────────────┐
    │ term │ leader │ from         │ to           │ end         │ when                     │
    ├──────┼────────┼──────────────┼──────────────┼─────────────┼──────────────────────────┤
    │ 1    │ n1     │ 00:00:00.000 │ 00:00:00.010 │ higher-term │ ████████████████████████ │
    └──────┴────────┴──────────────┴──────────────┴─────────────┴──────────────────────────┘
    "
  `);
});

test('of many shows the first and the last', async () => {
  const spans = Array.from({ length: 50 }, (_, index) => span('n1', index + 1, index, index + 1));
  const text = await leadersText(spans, page);
  const terms = [...text.matchAll(/^│ (\d+)/gm)].map(([, term]) => Number(term));
  expect(terms).toEqual(
    [...Array(15).keys()].flatMap((i) => i + 1).concat([...Array(15).keys()].map((i) => i + 36)),
  );
  expect(text).toContain('\n20 leaders between these are left out; --json has them all.\n');
});
