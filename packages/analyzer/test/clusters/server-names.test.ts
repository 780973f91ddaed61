import type { Census } from '@raftlens/formats';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createServerNames } from '../../src/clusters/server-names.ts';

const time = 0;

/** What the lines of a file said: pairs of a server and another name of it. */
function census(...called: readonly (readonly [string, string])[]): Census {
  const names = new Map(called.map(([node, name]) => [name, node]));
  return { speakers: new Set(), members: new Set(), names };
}

function vote(node: string, from: string): TraceEvent {
  return { event: 'vote.received', time, node, from, granted: true };
}

test('an address is the id that any file knows it by', () => {
  const names = createServerNames();
  names.learn(census(['n2', '10.0.0.2']));
  expect(names.rename([vote('n1', '10.0.0.2'), vote('10.0.0.2', 'n1')])).toEqual([
    vote('n1', 'n2'),
    vote('n2', 'n1'),
  ]);
});

test('a name that events have already stays', () => {
  const names = createServerNames();
  names.rename([vote('10.0.0.2', 'n1')]);
  names.learn(census(['n2', '10.0.0.2']));
  expect(names.rename([vote('n2', 'n1')])).toEqual([vote('10.0.0.2', 'n1')]);
});

test('two names that are both in use stay two', () => {
  const names = createServerNames();
  names.rename([vote('10.0.0.2', 'n1'), vote('n2', 'n1')]);
  names.learn(census(['n2', '10.0.0.2']));
  expect(names.nameOf('n2')).toBe('n2');
  expect(names.nameOf('10.0.0.2')).toBe('10.0.0.2');
});

test('an address that files tell of two servers is of neither', () => {
  const names = createServerNames();
  names.learn(census(['n2', '10.0.0.2']));
  names.learn(census(['n3', '10.0.0.2']));
  names.learn(census(['n2', '10.0.0.2']));
  expect(names.nameOf('10.0.0.2')).toBe('10.0.0.2');
});

test('names in lists are names too; a role that is called so is none', () => {
  const names = createServerNames();
  names.learn(census(['n2', '10.0.0.2'], ['n1', 'follower']));
  const event: TraceEvent = {
    event: 'election.started',
    time,
    node: 'n1',
    role: 'follower',
    voters: ['n1', '10.0.0.2'],
  };
  expect(names.rename([event])).toEqual([{ ...event, voters: ['n1', 'n2'] }]);
});

test('an event in which nothing changes is the same one', () => {
  const names = createServerNames();
  names.learn(census(['n2', '10.0.0.2']));
  const batch = [vote('n1', 'n3')];
  expect(names.rename(batch)[0]).toBe(batch[0]);
});
