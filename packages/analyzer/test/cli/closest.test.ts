import { expect, test } from 'vitest';
import { closest } from '../../src/cli/closest.ts';

const rules = ['election-safety', 'log-matching', 'figure-8', 'no-leader', 'stale-leader'];

test.each<[word: string, near: string | undefined]>([
  ['election-safety', 'election-safety'],
  ['election-saftey', 'election-safety'],
  ['elction-safty', 'election-safety'],
  ['log_matching', 'log-matching'],
  ['figure8', 'figure-8'],
  ['stale-laeder', 'stale-leader'],
  ['leader', undefined],
  ['liveness', undefined],
  ['', undefined],
])('%j → %j', (word, near) => {
  expect(closest(word, rules)).toBe(near);
});

test('letters that changed places count once, even in a short word', () => {
  expect(closest('jsno', ['node', 'json'])).toBe('json');
  expect(closest('abcd', [])).toBeUndefined();
});
