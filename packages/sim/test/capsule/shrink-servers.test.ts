import type { Capsule } from '@raftlens/sim';
import { expect, test } from 'vitest';
import { withoutServer } from '../../src/capsule/shrink-servers.ts';
import { capsuleOf } from './capsule-of.ts';
import { watchForLeaders } from './leaders-watch.ts';

test('a server is left out with all that concerns it, and those behind it move up', () => {
  const whole: Capsule = {
    ...capsuleOf('TestInitialElection2A', 1, watchForLeaders(1)),
    plan: [
      { fault: 'crash', at: 1, for: 2, nodes: ['n2'], value: 1 },
      { fault: 'crash', at: 2, for: 2, nodes: ['n2', 'n3', 'leader'], value: 1 },
      {
        fault: 'loss',
        at: 3,
        for: 2,
        links: [
          ['n1', 'n3'],
          ['n2', 'n3'],
        ],
        value: 1,
      },
    ],
    operations: [
      { at: 1, to: 'n1' },
      { at: 2, to: 'n2' },
      { at: 3, to: 'n3' },
      { at: 4, to: 'leader' },
    ],
    decisions: [
      { kind: 'timer', node: 'n3', term: 0, nth: 0, ms: 500 },
      { kind: 'timer', node: 'n2', term: 0, nth: 0, ms: 500 },
      { kind: 'RequestVote', term: 1, from: 'n3', to: 'n1', nth: 0, fate: 'lost' },
      { kind: 'RequestVote', term: 1, from: 'n3', to: 'n2', nth: 0, fate: 'lost' },
    ],
  };
  const { cluster, plan, operations, decisions } = withoutServer(whole, 2);
  const lines = [...plan, ...operations, ...decisions].map((each) => JSON.stringify(each));
  expect([cluster.size, ...lines].join('\n')).toMatchInlineSnapshot(`
    "2
    {"fault":"crash","at":2,"for":2,"nodes":["n2","leader"],"value":1}
    {"fault":"loss","at":3,"for":2,"links":[["n1","n2"]],"value":1}
    {"at":1,"to":"n1"}
    {"at":3,"to":"n2"}
    {"at":4,"to":"leader"}
    {"kind":"timer","node":"n2","term":0,"nth":0,"ms":500}
    {"kind":"RequestVote","term":1,"from":"n2","to":"n1","nth":0,"fate":"lost"}"
  `);
});
