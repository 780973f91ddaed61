import { findScenario, scenarios } from '@raftlens/sim';
import { expect, test } from 'vitest';

test.each([
  ['2A', '2A'],
  ['2a', '2A'],
  ['3A', '2A'],
  ['3d', '2D'],
  ['TestFigure82C', 'TestFigure82C'],
  ['testfigure82c', 'TestFigure82C'],
  ['TestFigure83C', 'TestFigure82C'],
  ['TestPersist13C', 'TestPersist12C'],
  ['TestPersist22C', 'TestPersist22C'],
  ['TestManyElections3A', 'TestManyElections2A'],
])('%s finds %s', (wanted, found) => {
  expect(findScenario(wanted)?.name).toBe(found);
});

test.each(['', '2', '2E', 'A', 'TestFigure8', 'TestFigure82A'])('%j finds nothing', (wanted) => {
  expect(findScenario(wanted)).toBeUndefined();
});

test('no name or alias leads to two scenarios', () => {
  const all = scenarios.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
});

test('the parts have the tests of the lab, in its order', () => {
  const parts = scenarios.filter(({ name }) => /^2[A-D]$/.test(name));
  const listed = parts.map(({ title, tests }) => [title, ...tests].join('\n  '));
  expect(listed.join('\n')).toMatchInlineSnapshot(`
    "Lab part 2A: 3 tests
      TestInitialElection2A
      TestReElection2A
      TestManyElections2A
    Lab part 2B: 10 tests
      TestBasicAgree2B
      TestRPCBytes2B
      TestFollowerFailure2B
      TestLeaderFailure2B
      TestFailAgree2B
      TestFailNoAgree2B
      TestConcurrentStarts2B
      TestRejoin2B
      TestBackup2B
      TestCount2B
    Lab part 2C: 8 tests
      TestPersist12C
      TestPersist22C
      TestPersist32C
      TestFigure82C
      TestUnreliableAgree2C
      TestFigure8Unreliable2C
      TestReliableChurn2C
      TestUnreliableChurn2C
    Lab part 2D: 7 tests
      TestSnapshotBasic2D
      TestSnapshotInstall2D
      TestSnapshotInstallUnreliable2D
      TestSnapshotInstallCrash2D
      TestSnapshotInstallUnCrash2D
      TestSnapshotAllCrash2D
      TestSnapshotInit2D"
  `);
});
