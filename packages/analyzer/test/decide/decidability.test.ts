import { formats } from '@raftlens/formats';
import { rules } from '@raftlens/invariants';
import { expect, test } from 'vitest';
import { decidability } from '../../src/decide/decidability.ts';

test('our own trace can show every rule whole', () => {
  const own = formats.find(({ id }) => id === 'raft-trace');
  if (own === undefined) throw new Error('our own format is not there');
  const others = rules.filter((rule) => decidability(own, rule, undefined).kind !== 'now');
  expect(others.map(({ id }) => id)).toEqual([]);
});
