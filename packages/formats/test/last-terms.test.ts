import { expect, test } from 'vitest';
import { createLastTerms } from '../src/last-terms.ts';

const started = { event: 'node.started', node: 'n1' } as const;

test('a smaller term is behind, in the group that showed the greater one alone', () => {
  const terms = createLastTerms();
  terms.note({ ...started, group: 'a', term: 7 });
  terms.note({ ...started, group: 'b', term: 2 });
  expect(terms.isBehind({ ...started, group: 'a', term: 6 })).toBe(true);
  expect(terms.isBehind({ ...started, group: 'a', term: 7 })).toBe(false);
  expect(terms.isBehind({ ...started, group: 'b', term: 3 })).toBe(false);
  expect(terms.isBehind({ ...started, term: 1 })).toBe(false);
});

test('what shows no term is never behind', () => {
  const terms = createLastTerms();
  terms.note({ ...started, term: 7 });
  terms.note(started);
  expect(terms.isBehind(started)).toBe(false);
  expect(terms.isBehind({ ...started, term: 6 })).toBe(true);
});
