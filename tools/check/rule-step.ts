import type { Rule } from './rule.ts';
import type { Step } from './step.ts';

/** A step that puts every file before some rules. */
export function ruleStep(name: string, rules: readonly Rule[]): Step {
  return { name, run: (files) => files.flatMap((file) => rules.flatMap((rule) => rule(file))) };
}
