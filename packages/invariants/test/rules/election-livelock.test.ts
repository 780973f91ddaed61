import { expect, test } from 'vitest';
import { electionLivelock } from '../../src/rules/election-livelock.ts';
import { judged } from '../judged.ts';

const cluster = 'trace.started nodes=n1,n2,n3';

/** Elections in turn, one a term, from term `first` to term `last`. */
function elections(first: number, last: number, nodes: readonly string[] = ['n1', 'n2']): string {
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    const node = nodes[index % nodes.length];
    return `${node}@${first + index} candidate election.started`;
  });
  return lines.join('\n');
}

const verdict = (...lines: readonly string[]): string => judged(electionLivelock, lines.join('\n'));

test('suspicious: twenty terms without a leader', () => {
  expect(verdict(cluster, elections(5, 24))).toMatchInlineSnapshot(`
    "suspicious (warning) term 24: 20 terms in a row, 5 to 24, without a leader, although the candidates reach a majority
      2: n1@5 asks for votes
      21: n2@24 asks for votes"
  `);
});

test('suspicious: told once for every twenty terms', () => {
  expect(verdict(cluster, elections(1, 45))).toMatchInlineSnapshot(`
    "suspicious (warning) term 20: 20 terms in a row, 1 to 20, without a leader, although the candidates reach a majority
      2: n1@1 asks for votes
      21: n2@20 asks for votes
    suspicious (warning) term 40: 20 terms in a row, 21 to 40, without a leader, although the candidates reach a majority
      22: n1@21 asks for votes
      41: n2@40 asks for votes"
  `);
});

test('suspicious: lines between that tell of no leader', () => {
  expect(
    verdict(cluster, elections(1, 12), 'n3@12 follower timer.expired election', elections(13, 20)),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 20: 20 terms in a row, 1 to 20, without a leader, although the candidates reach a majority
      2: n1@1 asks for votes
      22: n2@20 asks for votes"
  `);
});

test.each([
  ['nineteen terms', [cluster, elections(5, 23)]],
  [
    'a leader in the midst of them',
    [cluster, elections(1, 15), 'n1@15 role.changed candidate→leader', elections(16, 30)],
  ],
  [
    'a leader whose own lines are missing',
    [cluster, elections(1, 15), 'n2@15 follower leader.recognized n3', elections(16, 30)],
  ],
  [
    'entries of a leader whose own lines are missing',
    [cluster, elections(1, 15), 'n2@15 follower append.accepted leader=n3', elections(16, 30)],
  ],
  [
    'a candidate that is cut off',
    [cluster, 'fault.injected partition nodes=n1', elections(1, 40, ['n1'])],
  ],
  [
    'a candidate whose peers are down',
    [cluster, 'n2@1 node.crashed', 'n3@1 node.stopped', elections(1, 40, ['n1'])],
  ],
  ['one election told again and again', [cluster, ...Array(30).fill(elections(7, 7))]],
])('holds: %s', (_, lines) => {
  expect(verdict(...lines)).toBe('holds');
});

test.each([
  ['terms are not told', ['n1 candidate election.started'], 'elections with their terms'],
  [
    'pre-votes are no elections',
    Array(30).fill('n1@3 pre-candidate election.started preVote=true'),
    'elections with their terms',
  ],
])('unknown: %s', (_, lines, missing) => {
  expect(verdict(...lines)).toBe(`unknown: ${missing}`);
});
