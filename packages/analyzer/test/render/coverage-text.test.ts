import type { Coverage } from '@raftlens/invariants';
import { expect, test } from 'vitest';
import { coverageSummary, coverageTable } from '../../src/render/coverage-text.ts';

const coverage: readonly Coverage[] = [
  { rule: 'election-safety', verdict: 'violated', needs: ['role.changed.term'] },
  {
    rule: 'figure-8',
    verdict: 'unknown',
    needs: ['commit.advanced'],
    missing: 'moves of commitIndex',
  },
  { rule: 'log-matching', verdict: 'unknown', needs: ['log.appended'], missing: 'entries' },
  { rule: 'no-leader', verdict: 'suspicious', needs: ['election.started'] },
  { rule: 'term-monotonic', verdict: 'holds', needs: ['term.changed'] },
  { rule: 'double-vote', verdict: 'inconsistent', needs: ['vote.granted'] },
];

test('sums the rules up by verdict, the weightiest first', () => {
  expect(coverageSummary(coverage, { width: 60, colour: false })).toMatchInlineSnapshot(`
    "Rules
      1 violated: election-safety
      1 suspicious: no-leader
      1 inconsistent: double-vote
      1 holds: term-monotonic
      2 unknown, as the log cannot show them: figure-8,
        log-matching
      (--coverage says what is missing)
    "
  `);
});

test('names the first of many unknown rules, and counts the others', () => {
  const rules = (count: number): string =>
    coverageSummary(
      Array.from({ length: count }, (_, index) => ({
        rule: `r${index + 1}`,
        verdict: 'unknown',
        needs: [],
      })),
      { width: 200, colour: false },
    );
  expect(rules(13)).toContain(': r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13\n');
  expect(rules(60)).toContain(': r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12 and 48 more\n');
});

test('gives no hint where nothing is unknown', () => {
  const known = coverage.filter(({ verdict }) => verdict !== 'unknown');
  expect(coverageSummary(known, { width: 60, colour: false })).not.toContain('--coverage');
});

test('says in a table what each rule lacked', async () => {
  expect(await coverageTable(coverage, { width: 80, colour: false })).toMatchInlineSnapshot(`
    "Rules
    ┌─────────────────┬──────────────┬─────────────────────────────────────────────┐
    │ rule            │ verdict      │ missing                                     │
    ├─────────────────┼──────────────┼─────────────────────────────────────────────┤
    │ election-safety │ violated     │                                             │
    │ figure-8        │ unknown      │ moves of commitIndex (needs                 │
    │                 │              │ commit.advanced)                            │
    │ log-matching    │ unknown      │ entries (needs log.appended)                │
    │ no-leader       │ suspicious   │                                             │
    │ term-monotonic  │ holds        │                                             │
    │ double-vote     │ inconsistent │                                             │
    └─────────────────┴──────────────┴─────────────────────────────────────────────┘
    "
  `);
});
