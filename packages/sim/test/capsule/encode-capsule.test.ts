import { type Capsule, decodeCapsule, encodeCapsule } from '@raftlens/sim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capsuleOf } from './capsule-of.ts';
import { watchForLeaders } from './leaders-watch.ts';

const small: Capsule = {
  schema: 'raft-capsule/1',
  scenario: 'chaos',
  seed: 7,
  bug: 'stale-vote',
  breaks: 'election-safety',
  cluster: {
    size: 3,
    settings: {
      electionTimeoutMs: [150, 300],
      heartbeatIntervalMs: 50,
      checkQuorum: true,
      preVote: false,
      maxEntriesPerAppend: 64,
    },
    hopMs: 1,
    syncMs: 0,
    snapshotInterval: 0,
  },
  lastsMs: 900.5,
  converges: false,
  plan: [
    { fault: 'crash', at: 20, for: 100, nodes: ['leader'], value: 1, stream: 3 },
    { fault: 'one-way', at: 30, for: 10, links: [['n1', 'n2']], value: 1 },
  ],
  operations: [
    { at: 10, client: 'c1', kind: 'put', key: 'x', to: 'n2' },
    { at: 12, client: 'c1', kind: 'put', key: 'x', to: 'leader', again: true },
  ],
  decisions: [
    { kind: 'timer', node: 'n3', term: 0, nth: 0, ms: 151.25 },
    { kind: 'RequestVote', term: 1, from: 'n3', to: 'n1', nth: 0, fate: 'lost' },
    { kind: 'RequestVoteResponse', term: 1, from: 'n2', to: 'n3', nth: 0, fate: 4, copyAfterMs: 9 },
  ],
};

test('a capsule is a small file', () => {
  expect(encodeCapsule(small)).toMatchInlineSnapshot(`
    "{
      "schema": "raft-capsule/1",
      "scenario": "chaos",
      "seed": 7,
      "bug": "stale-vote",
      "breaks": "election-safety",
      "cluster": {
        "size": 3,
        "settings": {
          "electionTimeoutMs": [150, 300],
          "heartbeatIntervalMs": 50,
          "checkQuorum": true,
          "preVote": false,
          "maxEntriesPerAppend": 64
        },
        "hopMs": 1,
        "syncMs": 0,
        "snapshotInterval": 0
      },
      "lastsMs": 900.5,
      "converges": false,
      "plan": [
        {"fault":"crash","at":20,"for":100,"nodes":["leader"],"value":1,"stream":3},
        {"fault":"one-way","at":30,"for":10,"links":[["n1","n2"]],"value":1}
      ],
      "operations": [
        {"at":10,"client":"c1","kind":"put","key":"x","to":"n2"},
        {"at":12,"client":"c1","kind":"put","key":"x","to":"leader","again":true}
      ],
      "decisions": [
        {"kind":"timer","node":"n3","term":0,"nth":0,"ms":151.25},
        {"kind":"RequestVote","term":1,"from":"n3","to":"n1","nth":0,"fate":"lost"},
        {"kind":"RequestVoteResponse","term":1,"from":"n2","to":"n3","nth":0,"fate":4,"copyAfterMs":9}
      ]
    }
    "
  `);
  expect(decodeCapsule(encodeCapsule(small))).toEqual(small);
});

test.each(['chaos', 'TestBackup2B', 'TestPersist22C', 'TestSnapshotBasic2D'])(
  'a capsule of %s goes through its file',
  (name) => {
    const capsule = capsuleOf(name, 8, watchForLeaders(2));
    expect(capsule.decisions.length).toBeGreaterThan(10);
    expect(decodeCapsule(encodeCapsule(capsule))).toEqual(capsule);
  },
);

const server = fc.constantFrom('n1', 'n2', 'n3');
const ms = fc.double({ min: 0, max: 1_000_000, noNaN: true });
const count = fc.nat();
const decision = fc.oneof(
  fc.record({ kind: fc.constant('timer' as const), node: server, term: count, nth: count, ms }),
  fc.record({
    kind: fc.constantFrom('AppendEntries', 'PreVote', 'TimeoutNow'),
    term: count,
    from: server,
    to: server,
    nth: count,
    fate: fc.oneof(fc.constant('lost' as const), ms),
  }),
);

test('all decisions go through a file', () => {
  fc.assert(
    fc.property(fc.array(decision), (decisions) => {
      const read = decodeCapsule(encodeCapsule({ ...small, decisions })).decisions;
      // JSON has one zero.
      expect(read).toEqual(JSON.parse(JSON.stringify(decisions)));
    }),
  );
});

test('what cannot be run is refused, with its place', () => {
  const wrong: readonly unknown[] = [
    [],
    null,
    { ...small, schema: 'raft-capsule/2' },
    { ...small, schema: undefined },
    { ...small, scenario: '../../etc/passwd' },
    { ...small, seed: 0.5 },
    { ...small, bug: 'UPPER' },
    { ...small, cluster: { ...small.cluster, size: 1e9 } },
    { ...small, cluster: { ...small.cluster, hopMs: '1' } },
    { ...small, cluster: { ...small.cluster, settings: { electionTimeoutMs: [300, 150] } } },
    { ...small, cluster: { ...small.cluster, settings: { electionTimeoutMs: [300] } } },
    { ...small, lastsMs: -1 },
    { ...small, converges: 'yes' },
    { ...small, plan: {} },
    { ...small, plan: [{ ...small.plan[0], fault: 'meteor' }] },
    { ...small, plan: [{ ...small.plan[0], value: 99 }] },
    { ...small, plan: [{ ...small.plan[0], nodes: ['n4'] }] },
    { ...small, plan: [{ ...small.plan[1], links: [['n1']] }] },
    { ...small, scenario: 'TestBackup2B' },
    { ...small, operations: [{ at: 1, to: 'n1' }] },
    { ...small, operations: [{ ...small.operations[0], at: Number.MAX_VALUE }] },
    { ...small, decisions: [{ kind: 'timer', node: 'n1', term: 1, nth: -1, ms: 1 }] },
    { ...small, decisions: [{ ...small.decisions[1], fate: 'eaten' }] },
    { ...small, decisions: [null] },
  ];
  const words = wrong.map((each) => {
    try {
      return encodeCapsule(decodeCapsule(JSON.stringify(each)));
    } catch (error) {
      return error instanceof RangeError ? error.message : String(error);
    }
  });
  expect(words.join('\n')).toMatchInlineSnapshot(`
    "capsule has to be an object, not []
    capsule has to be an object, not null
    capsule.schema has to be one of raft-capsule/1, not "raft-capsule/2"
    capsule.schema has to be one of raft-capsule/1, not nothing
    capsule.scenario has to be the name of a test, not "../../etc/passwd"
    capsule.seed has to be a whole number, not 0.5
    capsule.bug has to be the name of a bug, not "UPPER"
    capsule.cluster.size has to be a number from 1 to 99, not 1000000000
    capsule.cluster.hopMs has to be a number from 0 to 1000000, not "1"
    capsule.cluster.settings.electionTimeoutMs has to be [min, max], not [300,150]
    capsule.cluster.settings.electionTimeoutMs has to be [min, max], not [300]
    capsule.lastsMs has to be a number from 0 to 1000000, not -1
    capsule.converges has to be true or false, not "yes"
    capsule.plan has to be a list of at most 1000000, not {}
    capsule.plan[0].fault has to be a fault of chaos, not "meteor"
    capsule.plan[0].value has to be a number from 1 to 7, not 99
    capsule.plan[0].nodes[0] has to be one of n1 to n3, not "n4"
    capsule.plan[0].links[0] has to be [from, to], not ["n1"]
    capsule.plan[1].fault has to be a fault of the lab, not "one-way"
    capsule.operations[0].client has to be a client such as c1, not nothing
    capsule.operations[0].at has to be a number from 0 to 1000000, not 1.7976931348623157e+308
    capsule.decisions[0].nth has to be a number from 0 to 9007199254740991, not -1
    capsule.decisions[0].fate has to be a number from 0 to 1000000, not "eaten"
    capsule.decisions[0] has to be an object, not null"
  `);
  expect(() => decodeCapsule('{')).toThrow(SyntaxError);
});

test('any JSON is read or refused, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(() => decodeCapsule(text)).toThrow(RangeError);
    }),
  );
});
