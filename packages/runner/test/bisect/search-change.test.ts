import { expect, test } from 'vitest';
import { type ChangeRuns, searchChange } from '../../src/bisect/search-change.ts';
import { seededRandom } from '../statistics/seeded-random.ts';

const confidence = 0.95;

/** Runs that fail by chance from a change on. */
function flaky(
  first: number,
  rate: number,
  random: () => number,
): (change: number, most: number) => Promise<ChangeRuns> {
  return async (change, most) => {
    for (let passed = 0; passed < most; passed += 1) {
      if (change >= first && random() < rate) return { passed, failed: 1, stopped: false };
    }
    return { passed: most, failed: 0, stopped: false };
  };
}

test('the change is found as often as the confidence says', async () => {
  const random = seededRandom(11);
  let right = 0;
  const times = 100;
  for (let at = 0; at < times; at += 1) {
    const first = Math.floor(random() * 30);
    const run = flaky(first, 0.2, random);
    const found = await searchChange({ changes: 30, rate: 0.2, confidence, run });
    if (found.kind === 'found' && found.likeliest === first) right += 1;
  }
  expect(right / times).toBeGreaterThan(0.9);
});

test('what never fails at the last change accuses nobody', async () => {
  const run = flaky(99, 0.2, () => 1);
  const result = await searchChange({ changes: 8, rate: 0.2, confidence, run });
  expect(result).toMatchObject({ kind: 'never failed', failed: 0, runs: 14 });
});

test('changes that cannot be tested are passed over, and stay suspect', async () => {
  const random = seededRandom(3);
  const tested = flaky(3, 0.5, random);
  const none = { passed: 0, failed: 0, stopped: false };
  const run = async (change: number, most: number): Promise<ChangeRuns> =>
    change === 2 || change === 3 ? none : tested(change, most);
  const { kind, shares } = await searchChange({ changes: 8, rate: 0.5, confidence, run });
  expect(kind).toBe('untestable');
  expect(shares.map((share) => share > 0.2)).toEqual([
    ...[false, false, true, true, true, false, false, false],
  ]);
});

test('it ends when it is told to', async () => {
  const run = async (): Promise<ChangeRuns> => ({ passed: 2, failed: 0, stopped: true });
  expect((await searchChange({ changes: 8, rate: 0.5, confidence, run })).kind).toBe('stopped');
});
