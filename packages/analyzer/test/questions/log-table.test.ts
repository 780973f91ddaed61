import { expect, test } from 'vitest';
import { createLogTable } from '../../src/questions/log-table.ts';

const entry = (term: number) => ({ term });

test('holds what each server has, until it is cut or committed by all', () => {
  const table = createLogTable();
  table.append('a', 1, [entry(1), entry(1), entry(2)]);
  table.append('b', 1, [entry(1)]);
  expect([...table.entriesAt(1)].map(([node]) => node)).toEqual(['a', 'b']);
  table.truncate('a', 3);
  expect([table.entryOf('a', 3), table.lastIndexOf('a')]).toEqual([undefined, 2]);
  table.commit('a', 1);
  expect(table.entryOf('a', 1)).toEqual(entry(1));
  table.commit('b', 1);
  expect([table.entryOf('a', 1), table.entryOf('a', 2)]).toEqual([undefined, entry(1)]);
});

test('a line that claims a commit beyond every log does not hang it', () => {
  const table = createLogTable();
  table.append('a', 1, [entry(1)]);
  table.commit('a', Number.MAX_SAFE_INTEGER);
  table.append('a', 2, [entry(1)]);
  expect(table.entryOf('a', 2)).toEqual(entry(1));
});
