export type { Finding, Report, Severity, Suspect, Verdict } from './finding.ts';
export type { Basis, Handlers, Need, Rule, RuleCheck } from './rule.ts';
export type { RuleContext } from './rule-context.ts';
