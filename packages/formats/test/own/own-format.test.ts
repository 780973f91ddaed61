import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOwnFormat, type Format, readDefinition } from '../../src/index.ts';
import { readLines } from '../read-lines.ts';
import { plainPattern } from './plain-pattern.ts';

function formatOf(value: object): Format {
  const read = readDefinition({ format: 'mine', ...value }, plainPattern);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  return createOwnFormat(read.definition);
}

/** Without where they stand. */
function told(format: Format, lines: readonly string[]): readonly unknown[] {
  return readLines(format, lines).events.map(({ at, ...event }) => ({ line: at?.line, ...event }));
}

const lab = {
  line: '^(?<time>\\d+) (?:S(?<node>\\d) )?(?<words>.*)$',
  time: 'ms',
  nodes: 'S{}',
  ids: { zero: 'S0', a: 'S7' },
  roles: { L: 'leader' },
  carryTerm: true,
  rules: [
    { match: '^term (?<from>\\d+) -> (?<to>\\d+)', event: 'term.changed' },
    { match: '^is now (?<to>\\w+)', event: 'role.changed' },
    { match: '^votes for (?<candidate>\\w+)(?: at (?<term>\\d+))?$', event: 'vote.granted' },
    { match: '^voters (?<voters>[\\w, ]+)$', event: 'config.applied' },
    {
      match: '^wins (?<t>\\d+)',
      events: [
        { event: 'role.changed', set: { to: 'leader', term: '{t}' } },
        { event: 'leader.recognized', set: { leader: 'S0', term: '{t}' } },
      ],
    },
    { match: '^appends (?<firstIndex>\\d+): (?<entries>.*)$', event: 'log.appended' },
    { match: '^ticks', ignore: 'timers' },
  ],
};

test('makes events of groups and of fixed values', () => {
  const lines = [
    '10 S1 term 1 -> 2',
    '11 S1 is now Leader',
    '12 S1 is now L',
    '13 S2 votes for 1 at 2',
    '14 S1 votes for zero',
    '15 S1 voters 0, 1 zero',
    '16 S0 wins 3',
    '17 S0 appends 4: 2 3:beef',
    '18 is now follower',
    '19 S1 ticks',
  ];
  const events = told(formatOf(lab), lines).map((event) => JSON.stringify(event));
  expect(events.join('\n')).toMatchInlineSnapshot(`
    "{"line":1,"event":"term.changed","node":"S1","from":1,"to":2,"term":2,"time":10}
    {"line":2,"event":"role.changed","node":"S1","to":"leader","term":2,"time":11}
    {"line":3,"event":"role.changed","node":"S1","to":"leader","term":2,"time":12}
    {"line":4,"event":"vote.granted","node":"S2","term":2,"candidate":"S1","time":13}
    {"line":5,"event":"vote.granted","node":"S1","candidate":"S0","term":2,"time":14}
    {"line":6,"event":"config.applied","node":"S1","voters":["S0","S1","S0"],"term":2,"time":15}
    {"line":7,"event":"role.changed","node":"S0","term":3,"to":"leader","time":16}
    {"line":7,"event":"leader.recognized","node":"S0","term":3,"leader":"S0","time":16}
    {"line":8,"event":"log.appended","node":"S0","firstIndex":4,"entries":[{"term":2},{"term":3,"hash":"beef"}],"term":3,"time":17}
    {"line":9,"event":"role.changed","to":"follower","node":"S7","time":18}"
  `);
});

test('says of every other line why it has no events', () => {
  const lines = [
    '',
    'hello',
    '1 S1 sings',
    '1 S1 ticks',
    '1 S1 is now king',
    '1 S1 votes for 1 at 99999999999999999999',
    '1 S1 appends 1: x',
    'x'.repeat(20_000),
  ];
  const { outcomes, events } = readLines(formatOf(lab), lines);
  expect(events).toStrictEqual([]);
  expect(
    outcomes.map((each) => (each.kind === 'events' ? 'events' : `${each.kind}: ${each.why}`)),
  ).toStrictEqual([
    'ignored: blank',
    'ignored: other line',
    'ignored: no rule matches',
    'ignored: timers',
    'broken: to of role.changed cannot be read',
    'broken: term of vote.granted cannot be read',
    'broken: entries of log.appended cannot be read',
    'broken: longer than 16 KiB',
  ]);
});

test('reads behind the prefixes of carriers, and a time that is none is told', () => {
  const format = formatOf({ ...lab, time: '%H:%M', line: '^(?<time>\\S+) (?<words>.*)$' });
  const lines = ['raft_1  | 00:01 is now leader', 'raft_1  | 99:01 is now leader'];
  const { outcomes, events } = readLines(format, lines);
  expect(events.map(({ time, node }) => [time, node])).toStrictEqual([[60_000, 'S7']]);
  expect(outcomes[1]).toStrictEqual({
    kind: 'broken',
    why: 'the time is not written as the definition says',
  });
});

test('never throws, and gives each line one outcome', () => {
  const words = ['S1 ', '1 ', 'term ', '->', 'wins ', 'votes for ', 'is now ', 'appends 1: ', ':'];
  const line = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })));
  const property = fc.property(fc.array(line.map((parts) => parts.join(''))), (lines) => {
    expect(readLines(formatOf(lab), lines).outcomes).toHaveLength(lines.length);
  });
  fc.assert(property, { seed: 6824, numRuns: 300 });
});
