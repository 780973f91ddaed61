import { expect, test } from 'vitest';
import { analyze } from '../src/analyze.ts';
import { memorySource } from './memory-source.ts';

/** What the testers of MIT 6.824 and 6.5840 complain of in the labs on Raft, in their words. */
const complaints: readonly (readonly [test: string, complaint: string])[] = [
  ['TestInitialElection2A', 'expected one leader, got none'],
  ['TestInitialElection2A', 'term is 0, but should be at least 1'],
  ['TestManyElections2A', 'term 2 has 2 (>1) leaders'],
  ['TestReElection2A', 'expected no leader, but 3 claims to be leader'],
  ['TestReElection3A', 'expected no leader among connected servers, but 3 claims to be leader'],
  ['TestManyElections2A', 'servers disagree on term'],
  ['TestBasicAgree2B', 'some have committed before Start()'],
  ['TestBasicAgree2B', 'got index 3 but expected 2'],
  ['TestRPCBytes2B', 'too many RPC bytes; got 120000, expected 50000'],
  ['TestFailAgree2B', 'one(101) failed to reach agreement'],
  ['TestFailNoAgree2B', '2 committed but no majority'],
  ['TestFailNoAgree2B', 'leader rejected Start()'],
  ['TestFailNoAgree2B', 'expected index 2, got 3'],
  ['TestFailNoAgree2B', 'leader2 rejected Start()'],
  ['TestFailNoAgree2B', 'unexpected index 7'],
  ['TestConcurrentStarts2B', 'cmd 103 missing in [100 101]'],
  ['TestConcurrentStarts2B', 'term changed too often'],
  ['TestCount2B', 'too many or few RPCs (83) to elect initial leader'],
  ['TestCount2B', 'too many RPCs (70) for 10 entries'],
  ['TestCount2B', 'too many RPCs (70) for 1 second of idleness'],
  ['TestCount2B', 'Start() failed'],
  ['TestBackup2B', 'only 2 decided for index 5; wanted 3'],
  ['TestBackup2B', 'committed values do not match: index 3, 101, 102'],
  ['TestFigure82C', 'apply error: commit index=3 server=0 101 != server=1 102'],
  ['TestPersist12C', 'apply error: server 1 apply out of order 7'],
  ['TestPersist12C', 'apply error: server 1 apply out of order, expected index 5, got 7'],
  ['TestUnreliableChurn2C', "didn't find a value"],
  ['TestSnapshotBasic2D', 'Log size too large'],
  ['TestSnapshotInstall2D', 'apply error: snapshot decode error'],
  ['TestSnapshotInit2D', 'test took longer than 120 seconds'],
  ['TestFigure8Unreliable2C', 'one(572) failed to reach agreement'],
];

test('each complaint of the MIT tester leads to suspects, with nothing else there', async () => {
  const rows: string[] = [];
  for (const [name, complaint] of complaints) {
    const { findings } = await analyze([memorySource('go-test.log', logOf(name, complaint))]);
    const [first, ...others] = findings.filter((finding) => finding.consequenceOf === undefined);
    const failed = findings.find(({ rule }) => rule === 'test-failed');
    expect(others.filter(({ severity }) => severity === 'violation')).toStrictEqual([]);
    expect(failed?.causes.length, complaint).toBeGreaterThanOrEqual(2);
    const named = (failed?.causes ?? []).map(({ bug }) => bug).join(', ');
    rows.push(`${complaint}\n  ${first?.rule}: ${named}\n  ${failed?.causes[0]?.why}\n`);
  }
  await expect(rows.join('\n')).toMatchFileSnapshot('tester-symptoms.txt');
});

function logOf(name: string, complaint: string): string {
  const title = `Test: something of ${name} ...`;
  const where = complaint.startsWith('apply error') ? '' : 'config.go:389: ';
  const said = complaint.startsWith('apply error') ? complaint : `    ${where}${complaint}`;
  return [`=== RUN   ${name}`, title, ...ordered(name, said), 'FAIL', 'exit status 1', ''].join(
    '\n',
  );
}

/** `log.Fatal` ends the program at once; `t.Fatal` speaks after the test is over. */
function ordered(name: string, said: string): readonly string[] {
  if (said.startsWith('apply error')) return [`2023/03/01 12:00:00 ${said}`];
  return [`--- FAIL: ${name} (4.02s)`, said];
}
