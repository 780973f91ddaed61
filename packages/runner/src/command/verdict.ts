/**
 * What is held of one run of a command.
 *
 * LEAK passed, but left processes running. FLAKY failed at first and passed when it was tried
 * again. INFRA ended by what is no doing of the command: a signal from outside, a full disk.
 * UNKNOWN showed nothing either way: exit code 125, or a failure that is to be ignored. CANCELLED
 * was stopped by us.
 */
export type Verdict =
  | 'PASS'
  | 'FAIL'
  | 'TIMEOUT'
  | 'LEAK'
  | 'INFRA'
  | 'FLAKY'
  | 'UNKNOWN'
  | 'CANCELLED';

/** The verdicts in the order in which they are counted and shown. */
export const verdicts: readonly Verdict[] = [
  'PASS',
  'FAIL',
  'TIMEOUT',
  'LEAK',
  'INFRA',
  'FLAKY',
  'UNKNOWN',
  'CANCELLED',
];
