import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDefinition } from '../../src/index.ts';
import { plainPattern } from './plain-pattern.ts';

const rule = { match: 'S(?<node>\\d) leads', event: 'role.changed', set: { to: 'leader' } };

test.each<[what: string, value: unknown, problem: string]>([
  ['nothing', null, ': this has to be format, title'],
  ['no name', { rules: [rule] }, 'format: give the format a name'],
  ['an unknown key', { format: 'x', rule: [], rules: [rule] }, 'rule: nothing is called rule'],
  ['no rules', { format: 'x', rules: [] }, 'rules: write at least one rule'],
  ['rules that are none', { format: 'x', rules: 'y' }, 'rules: this has to be a list'],
  ['a time', { format: 'x', time: 'soon', rules: [rule] }, 'time: write iso'],
  ['nodes', { format: 'x', nodes: 'S', rules: [rule] }, 'nodes: put {} where'],
  ['a role', { format: 'x', roles: { L: 'boss' }, rules: [rule] }, 'roles.L: roles are'],
  ['a mark', { format: 'x', only: ['é'], rules: [rule] }, 'only: give texts of ASCII'],
  [
    'an event',
    { format: 'x', rules: [{ match: 'a', event: 'role.change' }] },
    'rules.0.event: there is no event "role.change"',
  ],
  [
    'what is missing',
    { format: 'x', rules: [{ match: 'votes', event: 'vote.granted' }] },
    'rules.0: vote.granted needs candidate',
  ],
  [
    'a misspelt group',
    { format: 'x', rules: [{ ...rule, match: 'S(?<nod>\\d) leads' }] },
    'rules.0.match: the group nod is no field of role.changed',
  ],
  [
    'a template without its group',
    { format: 'x', rules: [{ ...rule, set: { to: '{role}' } }] },
    'rules.0.set.to: no group is called role',
  ],
  [
    'a value of the wrong kind',
    { format: 'x', rules: [{ ...rule, set: { to: 'king' } }] },
    'rules.0.set.to: "king" cannot stand here: the role after',
  ],
  ['two outcomes', { format: 'x', rules: [{ ...rule, ignore: 'x' }] }, 'rules.0: a rule has one'],
  ['a pattern', { format: 'x', rules: [{ ...rule, match: '(' }] }, 'rules.0.match: not a pattern'],
])('says what is wrong with %s', (_, value, problem) => {
  const read = readDefinition(value, plainPattern);
  const problems =
    read.kind === 'problems'
      ? read.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
      : [];
  expect(problems.find((each) => each.startsWith(problem))).toBeDefined();
});

test('names of no event are those of objects either', () => {
  for (const event of ['constructor', '__proto__', 'toString']) {
    const value = { format: 'x', rules: [{ match: 'a', event }] };
    expect(readDefinition(value, plainPattern).kind).toBe('problems');
  }
});

test('never throws', () => {
  const keys = ['format', 'line', 'time', 'rules', 'match', 'event', 'set', 'ids', 'only', 'to'];
  const property = fc.property(
    fc.object({ key: fc.constantFrom(...keys), maxDepth: 4, withNullPrototype: true }),
    (value) => {
      expect(['definition', 'problems']).toContain(readDefinition(value, plainPattern).kind);
    },
  );
  fc.assert(property, { seed: 6824, numRuns: 500 });
});
