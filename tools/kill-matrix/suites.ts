import type { Suite } from './hunt.ts';

/** What each bug is hunted with: enough to find what is common, little enough to be run often. */
export const suites: readonly Suite[] = [
  { scenario: '2A', seeds: 300 },
  { scenario: '2B', seeds: 60 },
  { scenario: '2C', seeds: 8 },
  { scenario: '2D', seeds: 20 },
  { scenario: 'chaos', seeds: 200 },
  { scenario: 'threads', seeds: 100 },
];
