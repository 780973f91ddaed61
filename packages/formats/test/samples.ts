import { readdirSync, readFileSync } from 'node:fs';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';

const events: readonly TraceEvent[] = [
  { event: 'trace.started', time: 0, schema: 'raft-trace/1', nodes: ['n1', 'n2'] },
  { event: 'timer.expired', time: 151.25, node: 'n1', seq: 1, term: 0, timer: 'election' },
  { event: 'role.changed', time: 151.25, node: 'n1', seq: 2, term: 1, to: 'candidate' },
  {
    event: 'message.sent',
    time: 152,
    node: 'n1',
    seq: 3,
    kind: 'RequestVote',
    from: 'n1',
    to: 'n2',
  },
  { event: 'test.observed', time: 900, fact: 'no-leader', message: 'nobody “leads”' },
];

const oldTester = `=== RUN   TestInitialElection2A
Test (2A): initial election ...
warning: term changed even though there were no failures
  ... Passed --   3.1  3   58   16128    0
--- PASS: TestInitialElection2A (3.08s)
=== RUN   TestFigure8Unreliable2C
Test (2C): Figure 8 (unreliable) ...
2021/08/04 15:46:41 [server 3] something in words of its own
2021/08/04 15:46:42 apply error: commit index=3 server=0 101 != server=1 102
exit status 1
FAIL\traft\t41.512s
FAIL`;

const newTester = `=== RUN   TestManyElections3A
Test (3A): multiple elections (reliable network)...
Fatal: leader = 3
        /home/me/6.5840/src/raft1/test.go:96
        /home/me/6.5840/src/raft1/raft_test.go:91
info: wrote visualization to /tmp/porcupine-1.html
--- FAIL: TestManyElections3A (7.20s)
=== RUN   TestBasicAgree3B
Test (3B): basic agreement (reliable network)...
  ... Passed --  time  0.5s #peers 3 #RPCs    16 #Ops    0
--- PASS: TestBasicAgree3B (0.52s)
FAIL
exit status 1`;

const notes = `6.824 Lab 2 - Raft

  • Seeing one sporadic failure where two leaders are elected in the same term:

    Test (2A): multiple elections ...
    2021/08/04 15:45:58.000250 node-a: Election timer expired; becoming a candidate
    2021/08/04 15:45:58.000750 node-a: Election succeeded; I'm a leader now (term: 12)
    DISCONNECTING  node-a s7 s7
    2021/08/04 15:45:59.100000 node-a: AppendEntries to s7 failed
    2021/08/04 15:45:59.200000 node-a: Found a higher term; stepping down (term: 13)
    --- FAIL: TestManyElections2A (0.47s)
        config.go:389: term 12 has 2 (>1) leaders

    • Can’t find any issues with the implementation
  • Different failure this time:

    Test (2A): multiple elections ...
    2021/08/05 17:07:48 3: Election timed out; staying a candidate
    DISCONNECTING  3 1
    DISCONNECTING  2
    2021/02/29 17:07:48 3: Election timed out; staying a candidate
        config.go:400: expected one leader, got none
`;

type Samples = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const folder = new URL('samples/', import.meta.url);

/** The files of `samples/`, a folder for each format; they are of our own making. */
function sampleFiles(): Samples {
  const formats = readdirSync(folder).map((id) => [id, filesOf(new URL(`${id}/`, folder))]);
  return Object.fromEntries(formats);
}

function filesOf(url: URL): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(readdirSync(url).map((name) => [name, linesOf(new URL(name, url))]));
}

function linesOf(url: URL): readonly string[] {
  return readFileSync(url, 'utf8').trimEnd().split('\n');
}

/** Whole files by the id of their format: every registered format has some. */
export const samples: Samples = {
  ...sampleFiles(),
  'raft-trace': { 'a short trace': events.map((event) => encodeEvent(event).trimEnd()) },
  'lab-notes': {
    'two-leaders.log': trace('lab-notes/two-leaders.log'),
    'no-leader.log': trace('lab-notes/no-leader.log'),
    'logs within notes': notes.split('\n'),
  },
  'mit-tester': {
    'the tester to 2024': oldTester.split('\n'),
    'the tester from 2025': newTester.split('\n'),
  },
};

/** A file of `traces`, in lines. */
export function trace(path: string): readonly string[] {
  return linesOf(new URL(`../../../traces/${path}`, import.meta.url));
}
