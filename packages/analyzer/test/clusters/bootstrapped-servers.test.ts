// A server of hashicorp/raft that is bootstrapped by a call, as Consul's are, knows no
// configuration when it starts first: until its next start its lines have its address only.
import { expect, test } from 'vitest';
import { analyze } from '../../src/index.ts';
import { memorySource } from '../memory-source.ts';

const addressOf = (id: string): string => `10.1.0.${id.slice(1)}:8300`;
const servers = ['n1', 'n2', 'n3']
  .map((id) => `{Suffrage:Voter ID:${id} Address:${addressOf(id)}}`)
  .join(' ');

/** Lines of one server, a second apart from the second that each group begins at. */
function log(...groups: readonly (readonly [number, readonly string[]])[]): string {
  const lines = groups.flatMap(([second, words]) =>
    words.map((text, index) => {
      const stamp = new Date(Date.UTC(2026, 0, 1, 0, 0, second + index)).toISOString();
      return `${stamp} [INFO]  raft: ${text}\n`;
    }),
  );
  return lines.join('');
}

function start(id: string, configured: boolean): readonly string[] {
  const known = configured ? `index=1 servers="[${servers}]"` : 'index=0 servers=[]';
  const follower = `follower="Node at ${addressOf(id)} [Follower]"`;
  return [`initial configuration: ${known}`, `entering follower state: ${follower} leader=`];
}

function wins(id: string, term: number): readonly string[] {
  return [
    `entering candidate state: node="Node at ${addressOf(id)} [Candidate]" term=${term}`,
    `election won: tally=2`,
    `entering leader state: leader="Node at ${addressOf(id)} [Leader]"`,
  ];
}

test('the servers of one cluster are told apart, and not by their two names', async () => {
  const { leaders, findings, nodes } = await analyze([
    memorySource('n1.log', log([0, start('n1', false)], [20, start('n1', true)])),
    memorySource('n2.log', log([0, start('n2', false)], [3, wins('n2', 2)], [40, wins('n2', 3)])),
    memorySource('n3.log', log([0, start('n3', false)], [50, wins('n3', 3)])),
  ]);
  expect(leaders.map(({ node, term, run }) => [node, term, run])).toEqual([
    ['n2', 2, undefined],
    ['n2', 3, undefined],
    ['n3', 3, undefined],
  ]);
  expect(findings.map(({ rule, term, nodes }) => [rule, term, nodes])).toEqual([
    ['election-safety', 3, ['n2', 'n3']],
  ]);
  expect(nodes.map(({ node, aliases }) => [node, ...aliases])).toEqual([
    ['n1', addressOf('n1')],
    ['n2', addressOf('n2')],
    ['n3', addressOf('n3')],
  ]);
});

test('one log alone goes by the id that its second start tells', async () => {
  const { leaders } = await analyze([
    memorySource(
      'n2.log',
      log([0, start('n2', false)], [3, wins('n2', 2)], [9, start('n2', true)]),
    ),
  ]);
  expect(leaders.map(({ node, term }) => [node, term])).toEqual([['n2', 2]]);
});
