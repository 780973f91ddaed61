import { renderEvent, type TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rule, type RuleContext, rules } from '../src/index.ts';
import { arbitraryEvents } from './arbitrary-events.ts';
import { judge, show } from './judged.ts';

test('whatever a trace says, it is judged, and each finding rests on lines of the trace', () => {
  fc.assert(
    fc.property(arbitraryEvents, (events) => {
      const { findings, coverage, sequence } = judge(events);
      for (const { evidence, message, nodes, causes } of findings) {
        expect(evidence.length).toBeGreaterThanOrEqual(1);
        expect(evidence.length).toBeLessThanOrEqual(6);
        expect(new Set(evidence).size).toBe(evidence.length);
        for (const event of evidence) expect(events).toContain(event);
        expect(new Set(nodes).size).toBe(nodes.length);
        expect(message).not.toMatch(/undefined|NaN|Infinity/);
        for (const { why, confidence } of causes) {
          expect(why).not.toMatch(/undefined|NaN|Infinity/);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }
      for (const { rule, verdict, missing } of coverage) {
        const accused = findings.some((finding) => finding.rule === rule);
        expect(verdict === 'holds' || verdict === 'unknown').toBe(!accused);
        expect(missing !== undefined).toBe(verdict === 'unknown');
      }
      if (sequence.lost + sequence.disordered > 0) {
        expect(coverage.map(({ verdict }) => verdict)).not.toContain('holds');
      }
    }),
    { numRuns: 1500 },
  );
});

test('a rule that sleeps through what it would only forget by misses nothing', () => {
  const awake: readonly Rule[] = rules.map((rule) => ({
    ...rule,
    create: (context: RuleContext) => ({ ...rule.create(context), forgetsBy: undefined }),
  }));
  fc.assert(
    fc.property(arbitraryEvents, (events) => {
      expect(judge(events)).toEqual(judge(events, { rules: awake }));
    }),
    { numRuns: 1500 },
  );
});

test('random traces reach most of the rules', () => {
  const seen = new Set<string>();
  for (const events of fc.sample(arbitraryEvents, { seed: 1, numRuns: 1500 })) {
    for (const { rule } of judge(events).findings) seen.add(rule);
  }
  expect([...seen].sort()).toMatchInlineSnapshot(`
    [
      "amnesia",
      "append-from-leader-only",
      "append-reply-commit",
      "append-tells-truth",
      "apply-order",
      "beyond-last",
      "change-before-own-commit",
      "commit-monotonic",
      "commit-not-durable",
      "committed-configuration",
      "config-in-use",
      "double-vote",
      "duplicate-apply",
      "election-safety",
      "figure-8",
      "higher-term-ignored",
      "joint-majorities",
      "leader-append-only",
      "leader-completeness",
      "leader-votes-itself",
      "learner-acts",
      "legal-role-edges",
      "lock-cycle",
      "lock-kept",
      "log-matching",
      "log-terms-ordered",
      "lost-ack",
      "match-monotonic",
      "minority-leader",
      "no-leader",
      "no-quorum-commit",
      "old-term-rpc-accepted",
      "one-change-at-a-time",
      "quorum-lost-entry",
      "receive-without-send",
      "removed-leader-counts",
      "self-vote-first",
      "single-server-step",
      "snapshot-configuration",
      "snapshot-regress",
      "stale-candidate-vote",
      "stale-leader",
      "stale-reply-used",
      "state-machine-safety",
      "term-above-own",
      "term-monotonic",
      "test-failed",
      "timer-misuse",
      "truncates-committed",
      "vote-cleared-only-by-term",
    ]
  `);
});

function findingsOf(run: string, events: readonly TraceEvent[]): readonly string[] {
  return judge(events)
    .findings.filter((finding) => finding.run === run)
    .map(show);
}

test('other runs between the lines of a run change nothing', () => {
  const picks = fc.array(fc.boolean(), { minLength: 120, maxLength: 120 });
  fc.assert(
    fc.property(arbitraryEvents, arbitraryEvents, picks, (one, two, order) => {
      const first = one.map((event) => ({ ...event, run: 'first' }));
      const second = two.map((event) => ({ ...event, run: 'second' }));
      const [left, right] = [first.values(), second.values()];
      const mixed: TraceEvent[] = [];
      for (const pick of order) {
        const next = (pick ? left : right).next();
        if (next.done !== true) mixed.push(next.value);
      }
      mixed.push(...left, ...right);
      expect(findingsOf('first', mixed)).toStrictEqual(findingsOf('first', first));
      expect(findingsOf('second', mixed)).toStrictEqual(findingsOf('second', second));
    }),
    { numRuns: 500 },
  );
});

test('a judge changes no event', () => {
  fc.assert(
    fc.property(arbitraryEvents, (events) => {
      const before = events.map(renderEvent);
      for (const event of events) Object.freeze(event);
      judge(events);
      expect(events.map(renderEvent)).toStrictEqual(before);
    }),
    { numRuns: 200 },
  );
});
