import { formats } from '@raftlens/formats';
import { expect, test } from 'vitest';
import { coverFormats } from '../../src/decide/cover-formats.ts';

const format = formats.find(({ id }) => id === 'hashicorp-text');
const needs = ['vote.granted.term'];
const unknown = [{ rule: 'double-vote', verdict: 'unknown', needs, missing: 'votes' }] as const;

test.each([
  ['at the default level', [], 'at: log level DEBUG'],
  ['at the level that shows it', ['log level DEBUG'], 'at this level already'],
])('a rule that can only be seen broken names the level to turn to: %s', (_, levels, words) => {
  const file = { format, census: undefined, levels: new Set(levels), order: 'kept' } as const;
  const [covered] = coverFormats(unknown, [file]);
  expect(covered?.remedy).toBe(`hashicorp-text can show it broken, and never whole, ${words}`);
});
