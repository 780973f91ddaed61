import { expect, it } from 'vitest';
import type { Rule } from './rule.ts';

/** One file before one rule. */
export interface RuleCase {
  readonly title: string;
  readonly path: string;
  readonly text: string;
  /** Each finding as `line: what`, or `what` alone for one on the whole file. */
  readonly finds: readonly string[];
}

/** A test for each case. */
export function testRule(rule: Rule, cases: readonly RuleCase[]): void {
  for (const { title, path, text, finds } of cases) {
    it(title, () => {
      const findings = rule({ path, text });
      expect(
        findings.map(({ line, what }) => (line === undefined ? what : `${line}: ${what}`)),
      ).toEqual(finds);
      for (const finding of findings) expect(finding.path).toBe(path);
    });
  }
}
