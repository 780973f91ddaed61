import type { SequenceTally } from './cluster/sequence-check.ts';
import type { Coverage } from './coverage.ts';
import type { Finding, Verdict } from './finding.ts';
import type { Basis, Need, Rule } from './rule.ts';

/** Collects, over all clusters of a trace, what each rule found and what it lacked. */
export interface CoverageTally {
  found(finding: Finding): void;
  /** A cluster is over: `bases` has one entry a rule, in their order. */
  closed(bases: readonly Basis[], sequence: Readonly<SequenceTally>): void;
  readonly worst: ReadonlyMap<string, Verdict>;
  readonly missing: ReadonlyMap<string, string>;
  clusters(): number;
}

const rank: Readonly<Record<Verdict, number>> = {
  holds: 0,
  unknown: 1,
  inconsistent: 2,
  suspicious: 3,
  violated: 4,
};

/** Starts with nothing found and nothing lacking. */
export function createCoverageTally(rules: readonly Rule[]): CoverageTally {
  const worst = new Map<string, Verdict>();
  const missing = new Map<string, string>();
  let clusters = 0;
  return {
    worst,
    missing,
    clusters: () => clusters,
    found({ rule, verdict }) {
      if (rank[verdict] > rank[worst.get(rule) ?? 'holds']) worst.set(rule, verdict);
    },
    closed(bases, sequence) {
      clusters += 1;
      for (const [index, basis] of bases.entries()) {
        const rule = rules[index];
        if (rule === undefined || missing.has(rule.id)) continue;
        if (!basis.enough) missing.set(rule.id, basis.missing);
        else if (sequence.lost > 0)
          missing.set(rule.id, `${lines(sequence.lost)} lost (gaps in seq)`);
        else if (sequence.disordered > 0) {
          missing.set(rule.id, `${lines(sequence.disordered)} out of place (seq goes back)`);
        }
      }
    },
  };
}

/** Sums up. What a finding shows stands; without one a rule holds only if nothing was lacking. */
export function coverageOf(tally: CoverageTally, rules: readonly Rule[]): readonly Coverage[] {
  return rules.map((rule) => {
    const needs = namesOfNeeds(rule);
    const found = tally.worst.get(rule.id);
    if (found !== undefined) return { rule: rule.id, verdict: found, needs };
    const lacking = tally.clusters() === 0 ? 'events' : tally.missing.get(rule.id);
    if (lacking === undefined) return { rule: rule.id, verdict: 'holds', needs };
    return { rule: rule.id, verdict: 'unknown', needs, missing: lacking };
  });
}

/** The same for every judge, and a hunt makes one for each run. */
const needsByRule: WeakMap<Rule, readonly string[]> = new WeakMap();

function namesOfNeeds(rule: Rule): readonly string[] {
  let names = needsByRule.get(rule);
  if (names === undefined) {
    names = rule.needs.flatMap(needNames);
    needsByRule.set(rule, names);
  }
  return names;
}

function needNames({ event, fields }: Need): readonly string[] {
  return fields === undefined || fields.length === 0
    ? [event]
    : fields.map((field) => `${event}.${field}`);
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}
