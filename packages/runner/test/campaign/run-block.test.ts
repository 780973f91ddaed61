import { expect, test } from 'vitest';
import { createBlockRunner } from '../../src/campaign/run-block.ts';

const task = { scenario: 'TestInitialElection2A', bug: undefined };
const block = { start: 1, step: 1, count: 12, untilFail: false };

test.each<[number | undefined, number]>([
  [undefined, 0],
  [1, 12],
  [5, 2],
  [12, 1],
  [13, 0],
])('with one run in %s verified, %i of the seeds 1 to 12 are', async (verifyEvery, verified) => {
  const { runs, failures, touched } = (await createBlockRunner({ ...task, verifyEvery }))(block);
  expect([runs, failures, touched.verified]).toEqual([12, [], verified]);
});

test('runs that are verified are counted once', async () => {
  const [plain, verified] = await Promise.all(
    [undefined, 1].map(async (verifyEvery) => createBlockRunner({ ...task, verifyEvery })),
  );
  expect(verified?.(block).touched).toEqual({ ...plain?.(block).touched, verified: 12 });
});

test('a failing run is not verified: its failure says more', async () => {
  const failing = { ...task, scenario: '2A', bug: 'stale-heartbeat-loop', verifyEvery: 1 };
  const { runs, failures, touched } = (await createBlockRunner(failing))({ ...block, count: 2 });
  expect([runs, failures.length, touched.verified]).toEqual([2, 2, 0]);
});

test.each([
  [{ ...task, scenario: 'none' }, 'no scenario is called none'],
  [{ ...task, bug: 'none' }, 'no bug is called none'],
])('%o is an error', async (wrong, message) => {
  await expect(createBlockRunner(wrong)).rejects.toThrow(new RangeError(message));
});
