import { expect, test } from 'vitest';
import { createLateStart } from '../../src/campaign/late-start.ts';

/** Blocks of eight runs, each of which takes so long, of so many runs; whether others start. */
async function startsWith(msPerRun: number, runs: number): Promise<boolean> {
  let [made, time] = [0, 0];
  const late = createLateStart(
    () => runs - made,
    () => time,
  );
  while (made < runs) {
    made += 8;
    time += 8 * msPerRun;
    late.note(8);
  }
  late.end();
  return late.worth;
}

test.each<[string, number, number, boolean]>([
  ['few short runs', 0.5, 500, false],
  ['many short runs', 0.5, 5_000, true],
  ['long runs', 10, 200, true],
  ['hardly any runs', 10, 16, false],
])('%s', async (_, msPerRun, runs, starts) => {
  expect(await startsWith(msPerRun, runs)).toBe(starts);
});

test('a first run that does not end keeps nobody from the others', async () => {
  const late = createLateStart(
    () => 100,
    () => 0,
  );
  expect(await late.worth).toBe(true);
});
