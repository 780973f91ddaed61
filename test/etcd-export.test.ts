import { traceExports } from '@raftlens/analyzer';
import { core } from '@raftlens/core';
import { findScenario, runTrial } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { refusal, type StateLine } from './etcd-specification.ts';

/** A run of a lab test, as etcd's state trace. */
function exported(name: string, seed: number): string {
  const scenario = findScenario(name);
  const stream = traceExports.find((each) => each.name === 'etcd')?.open();
  if (scenario === undefined || stream === undefined) throw new RangeError(name);
  const events: TraceEvent[] = [];
  runTrial({ scenario, seed, core, observe: (event) => events.push(event) });
  return stream.push(events) + stream.end();
}

function linesOf(text: string): readonly StateLine[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { readonly event: StateLine }).event);
}

// Neither duplicates, snapshots nor changes of the configuration: those it does not know.
const tests = [
  'TestInitialElection2A',
  'TestReElection2A',
  'TestManyElections2A',
  'TestBasicAgree2B',
  'TestFollowerFailure2B',
  'TestLeaderFailure2B',
  'TestFailAgree2B',
  'TestFailNoAgree2B',
  'TestConcurrentStarts2B',
  'TestRejoin2B',
  'TestBackup2B',
  'TestCount2B',
  'TestPersist12C',
  'TestPersist22C',
  'TestPersist32C',
];

const seeds = Array.from({ length: 10 }, (_, index) => index + 1);

test('of a hundred and fifty runs each line is a step of the specification of etcd', () => {
  const refused = tests.flatMap((name) =>
    seeds.map((seed) => ({ name, seed, why: refusal(linesOf(exported(name, seed))) })),
  );
  // Where a follower got again what it had committed meanwhile, and more with it, it answers for
  // all of it, etcd's only for what it had committed: those leaders cannot commit so soon there.
  expect(refused.filter(({ why }) => why !== undefined)).toMatchInlineSnapshot(`
    [
      {
        "name": "TestRejoin2B",
        "seed": 7,
        "why": "line 353, Commit of 3: says 5 3 3 StateLeader 3, where 5 3 2 StateLeader 3 is right",
      },
      {
        "name": "TestRejoin2B",
        "seed": 10,
        "why": "line 277, ReceiveAppendEntriesRequest of 3: what begins below the commit index brings something new",
      },
      {
        "name": "TestPersist22C",
        "seed": 2,
        "why": "line 1172, Commit of 2: says 13 2 9 StateLeader 9, where 13 2 8 StateLeader 9 is right",
      },
      {
        "name": "TestPersist22C",
        "seed": 4,
        "why": "line 1629, ReceiveAppendEntriesRequest of 5: what begins below the commit index brings something new",
      },
      {
        "name": "TestPersist22C",
        "seed": 6,
        "why": "line 420, ReceiveAppendEntriesRequest of 4: what begins below the commit index brings something new",
      },
      {
        "name": "TestPersist22C",
        "seed": 10,
        "why": "line 2194, Commit of 5: says 20 5 15 StateLeader 15, where 20 5 14 StateLeader 15 is right",
      },
    ]
  `);
});

test('a run, whole, which TLC accepts with the published specification', async () => {
  const path = 'goldens/etcd-state-trace.ndjson';
  await expect(exported('TestBasicAgree2B', 3)).toMatchFileSnapshot(path);
});

test('what is no step is refused', () => {
  const lines = linesOf(exported('TestBasicAgree2B', 3));
  const changed = (name: string, change: (line: StateLine) => StateLine) =>
    refusal(lines.map((line) => (line.name === name ? change(line) : line)));
  const without = (name: string) => refusal(lines.filter((line) => line.name !== name));
  expect([
    without('Ready'),
    without('ReceiveRequestVoteResponse'),
    changed('Commit', (line) => ({ ...line, state: { ...line.state, commit: 9 } })),
    changed('Replicate', (line) => ({ ...line, log: 0 })),
  ]).toMatchInlineSnapshot(`
    [
      "line 8, ReceiveRequestVoteResponse of 3: no such message is under way",
      "line 12, BecomeLeader of 3: it has no majority",
      "line 40, Commit of 3: says 1 3 9 StateLeader 1, where 1 3 1 StateLeader 1 is right",
      "line 30, Replicate of 3: says 1 3 0 StateLeader 0, where 1 3 0 StateLeader 1 is right",
    ]
  `);
});
