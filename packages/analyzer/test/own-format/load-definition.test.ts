import { createOwnFormat } from '@raftlens/formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../src/own-format/compile-pattern.ts';
import { loadDefinition, parseDefinition } from '../../src/own-format/load-definition.ts';
import { tryFormat } from '../../src/own-format/try-format.ts';

const rule = '{ match: "S(?<node>[0-9]) leads", event: role.changed, set: { to: leader } }';

test('JSON is as good as YAML', () => {
  const json = JSON.stringify({
    format: 'x',
    rules: [{ match: 'S(?<node>\\d) leads', event: 'role.changed', set: { to: 'leader' } }],
  });
  const loaded = parseDefinition('x.json', json);
  if (loaded.kind !== 'definition') throw new Error(loaded.problems.join('\n'));
  const { shown } = tryFormat(loaded.definition, 'a.log', ['S3 leads']);
  expect(shown[0]?.events).toMatchObject([{ event: 'role.changed', node: '3', to: 'leader' }]);
});

test.each<[what: string, text: string, problem: string]>([
  ['a key', `format: x\nrules:\n  - ${rule}\nrulez: 1`, 'x.yaml:4: rulez: nothing is called rulez'],
  ['a rule', 'format: x\nrules:\n  - match: a\n    event: vote.granted', 'x.yaml:3: rules.0: vote'],
  ['YAML', 'format: x\nrules: [', 'x.yaml:2: '],
  ['a doubled key', 'format: x\nformat: y', 'x.yaml:2: Map keys must be unique'],
  [
    'looking ahead',
    'format: x\nrules:\n  - {match: "(?=a)", ignore: x}',
    'x.yaml:3: rules.0.match',
  ],
  ['a huge pattern', 'format: x\nrules:\n  - {match: "(a{900}){900}", ignore: x}', 'x.yaml:3: rul'],
  ['an alias without anchor', 'format: *x', 'x.yaml:1: '],
  ['a prototype', 'format: x\n__proto__: {rules: []}\nrules: []', 'x.yaml:2: __proto__: nothing'],
  ['nothing at all', '', 'x.yaml:1: this has to be format'],
])('says where something is wrong: %s', (_, text, problem) => {
  const loaded = parseDefinition('x.yaml', text);
  const problems = loaded.kind === 'problems' ? loaded.problems : [];
  expect(problems.some((each) => each.startsWith(problem)) || problems).toBe(true);
});

test('says that a file is missing', () => {
  expect(loadDefinition('no-such.yaml')).toMatchObject({
    problems: [expect.stringMatching(/^no-such\.yaml: the definition cannot be read: ENOENT/)],
  });
});

test('a bomb of aliases and a deep nest are problems, not ends', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (let level = 1; level < 12; level += 1) {
    const [before, now] = [String.fromCharCode(96 + level), String.fromCharCode(97 + level)];
    bomb.push(`${now}: &${now} [${`*${before},`.repeat(9)}]`);
  }
  for (const text of [bomb.join('\n'), '['.repeat(50_000), `${'- '.repeat(20_000)}x`]) {
    expect(parseDefinition('x.yaml', text).kind).toBe('problems');
  }
});

test('never throws, whatever the text', () => {
  const pieces = [
    'format: x',
    'rules:',
    '  - match: ',
    'a',
    '(',
    'event: role.changed',
    '\n',
    ': ',
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })));
  const property = fc.property(text, (parts) => {
    const loaded = parseDefinition('x.yaml', parts.join(''));
    expect(['definition', 'problems']).toContain(loaded.kind);
  });
  fc.assert(property, { seed: 6824, numRuns: 300 });
});

describe('patterns that drive other engines to exponential time', () => {
  // With JavaScript's own engine each of these would outlive the universe.
  const evil = [
    '(a+)+$',
    '(a|aa)+$',
    '(a*)*b',
    '^(?<x>([a-z]+)*)$',
    '(?:a?){40}a{40}',
    '(.*)*=.*;',
  ];

  test.each(evil)('%s ends on a line of a megabyte', (source) => {
    const pattern = compilePattern(source);
    if (typeof pattern === 'string') throw new Error(pattern);
    const line = `${'a'.repeat(1 << 20)}!`;
    expect(pattern.exec(line) === undefined).toBe(!source.startsWith('(?:a?)'));
  });

  test('in a definition they meet no longer lines than 16 KiB', () => {
    const rules = evil.map((match) => ({ match: match.replace('?<x>', '?:'), ignore: 'x' }));
    const loaded = parseDefinition('x.json', JSON.stringify({ format: 'x', rules }));
    if (loaded.kind !== 'definition') throw new Error(loaded.problems.join('\n'));
    const reader = createOwnFormat(loaded.definition).open('a.log');
    expect(reader.read('a'.repeat(1 << 20), 1)).toStrictEqual({
      kind: 'broken',
      why: 'longer than 16 KiB',
    });
  });
});
