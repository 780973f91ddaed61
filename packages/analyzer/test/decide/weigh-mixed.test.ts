import type { Finding } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { weighMixed } from '../../src/decide/weigh-mixed.ts';
import { analyze, type Source } from '../../src/index.ts';

const leads = (file: string, line: number): TraceEvent => {
  return { event: 'role.changed', time: line, node: 'n1', to: 'leader', at: { file, line } };
};

test.each([
  ['two lines of a file that is mixed', ['mixed.log', 'mixed.log'], 'suspicious'],
  ['one of them', ['plain.log', 'mixed.log'], 'suspicious'],
  ['lines of other files', ['plain.log', 'other.log'], 'violated'],
])('%s', (_, files, verdict) => {
  const finding: Finding = {
    rule: 'election-safety',
    verdict: 'violated',
    severity: 'violation',
    nodes: ['n1', 'n2'],
    message: 'both led term 2',
    evidence: files.map((file, index) => leads(file, index + 1)),
    causes: [],
  };
  expect(weighMixed(finding, (file) => file === 'mixed.log').verdict).toBe(verdict);
});

/** What hashicorp/raft says at this address, by a container of this name. */
function told(container: string, address: string, second: number, term?: number): string {
  const at = `2026-04-03T08:00:0${second}`;
  const follows = `entering follower state: follower="Node at ${address} [Follower]"`;
  const stands = `entering candidate state: node="Node at ${address} [Candidate]" term=${term}`;
  const leads = `entering leader state: leader="Node at ${address} [Leader]"`;
  const words = term === undefined ? [follows] : [stands, leads];
  return words.map((each) => `${container}  | ${at}.000Z [INFO]  raft: ${each}\n`).join('');
}

async function verdicts(text: string): Promise<readonly string[]> {
  const source: Source = {
    name: 'all.log',
    async *open() {
      yield new TextEncoder().encode(text);
    },
  };
  const { findings } = await analyze([source]);
  return findings.filter(({ rule }) => rule === 'election-safety').map(({ verdict }) => verdict);
}

test('leaders in one file are proven, unless a server speaks from two places', async () => {
  const one = told('alpha', '10.0.0.1:1', 1) + told('bravo', '10.0.0.2:1', 1);
  const two = told('alpha', '10.0.0.1:1', 3, 2) + told('bravo', '10.0.0.2:1', 4, 2);
  expect(await verdicts(one + two)).toEqual(['violated']);
  const again = told('carol', '10.0.0.1:1', 2) + told('delta', '10.0.0.2:1', 2);
  expect(await verdicts(one + again + two)).toEqual(['suspicious']);
});
