import type { Verdict } from './verdict.ts';

/** Whether a verdict speaks for the command, against it, or not at all. */
export function countsAs(verdict: Verdict): 'pass' | 'fail' | 'neither' {
  switch (verdict) {
    case 'PASS':
    case 'LEAK':
    case 'FLAKY':
      return 'pass';
    case 'FAIL':
    case 'TIMEOUT':
      return 'fail';
    case 'INFRA':
    case 'UNKNOWN':
    case 'CANCELLED':
      return 'neither';
  }
}
