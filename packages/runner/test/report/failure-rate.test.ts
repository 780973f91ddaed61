import { expect, test } from 'vitest';
import {
  cleanRunsNeeded,
  failureRate,
  nextClaim,
  rateWords,
} from '../../src/report/failure-rate.ts';
import { proofText } from '../../src/report/proof-text.ts';

test.each([
  [10, 0.95, 29],
  [350, 0.95, 1_048],
  [350, 0.99, 1_610],
  [1_000, 0.95, 2_995],
  [1_000, 0.99, 4_603],
])('to rule out 1 in %i at %f takes %i clean runs', (oneIn, confidence, runs) => {
  expect(cleanRunsNeeded(1 / oneIn, confidence)).toBe(runs);
});

test('the next claim is the first that is not shown yet', () => {
  expect(nextClaim(20)).toEqual({ oneIn: 10, cleanRuns: 9 });
  expect(nextClaim(29)).toEqual({ oneIn: 100, cleanRuns: 270 });
  expect(nextClaim(1_000)).toEqual({ oneIn: 350, cleanRuns: 48 });
  expect(nextClaim(100_000_000)).toBeUndefined();
});

test('without a run that showed something there is no rate', () => {
  expect(failureRate({ passed: 0, failed: 0 })).toBeUndefined();
  expect(proofText({ runs: 9, failed: 0, command: undefined })).toContain('< 1/10');
  expect(proofText({ runs: 0, failed: 0 })).toBe('');
});

test('a rate in words', () => {
  const shown = { passed: 13, failed: 7 };
  const rate = failureRate(shown, 0.99);
  expect(rate && rateWords(shown, rate)).toBe('35 % fail; 99 %: 11.4 % to 65.7 %');
  expect(proofText({ runs: 1_000, failed: 1, confidence: 0.95 })).toBe(
    '0.1 % fail; 95 %: 0.0025 % to 0.56 %\n',
  );
});
