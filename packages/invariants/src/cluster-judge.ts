import {
  type Attention,
  attend,
  type EventName,
  slotCount,
  type TraceEvent,
} from '@raftlens/trace';
import type { Cause } from './cause.ts';
import { suspectsOfSymptom } from './causes/symptoms.ts';
import { type ClusterTracker, createClusterTracker } from './cluster/cluster-tracker.ts';
import { type AnyHandler, type Checks, dispatchPlanOf } from './dispatch-plan.ts';
import { missing } from './enough.ts';
import type { Finding, Report, Suspect } from './finding.ts';
import type { Basis, Rule, RuleCheck } from './rule.ts';
import { RuleAtWork, type RuleHost } from './rule-at-work.ts';
import { unprintedNeed } from './unprinted-need.ts';
import { untoldLines } from './untold-lines.ts';
import { weighDisorder } from './weigh-disorder.ts';

/** Every rule at work on one Raft group of one run. */
export interface ClusterJudge {
  readonly tracker: ClusterTracker;
  /** A test harness has said that this run is over. */
  over(): boolean;
  /** Takes an event, with its `slotOf`. */
  observe(event: TraceEvent, slot: number): void;
  /** What each rule of `rules`, in order, had to judge by. */
  finish(): readonly Basis[];
}

/** What a cluster is judged with. */
export interface ClusterJudgeOptions {
  readonly rules: readonly Rule[];
  readonly causes: readonly Cause[];
  readonly group: string | undefined;
  readonly run: string | undefined;
  readonly onFinding: (finding: Finding) => void;
  /** Where the rules say what they need to see. */
  readonly attention: Attention;
  /** Every kind of line is printed wherever there is something to tell. */
  readonly tellsAll: boolean;
}

/**
 * Sets the rules to work. A finding that repeats an earlier one (rule, term, servers, verdict) is
 * not told again.
 */
export function createClusterJudge(options: ClusterJudgeOptions): ClusterJudge {
  const { rules, group, run, attention } = options;
  const tracker = createClusterTracker(group, run, options.tellsAll);
  let over = false;
  /** Rules that would have accused, and what was missing to do so. */
  const doubts = new Map<Rule, string>();
  const host = hostOf(options, tracker, doubts);
  // A log may be of ten thousand groups: a rule is set to work when something comes that it hears.
  const atWork = new Array<RuleAtWork | undefined>(rules.length).fill(undefined);
  const checkOf = (number: number): RuleCheck => {
    let rule = atWork[number];
    if (rule === undefined) {
      rule = new RuleAtWork(rules[number] as Rule, host);
      atWork[number] = rule;
      if (over) rule.end();
    }
    return rule.check;
  };
  const checks: Checks = { of: checkOf, atWork: (number) => atWork[number]?.check };
  const plan = dispatchPlanOf(rules, checkOf);
  plan.attend(attention);
  // Made when they are first asked for: most of them never are in a short run.
  const handlers = new Array<readonly AnyHandler[] | undefined>(slotCount).fill(undefined);
  // Learned from timers until it is declared, which a simulated run does at once.
  for (const event of timers) attend(attention, event, 'all', 1);
  // The tracker follows commits; what else it looks at is always told.
  attend(attention, 'commit.advanced', 'all', 1);
  let time = Number.NEGATIVE_INFINITY;

  const handlersOf = (slot: number): readonly AnyHandler[] => {
    const made = plan.handlersOf(checks, slot);
    handlers[slot] = made;
    return made;
  };

  return {
    tracker,
    over: () => over,
    observe(event, slot) {
      const { time: now, node } = event;
      if (now > time) time = now;
      const leadership = tracker.observe(event, slot, node, now);
      if (tracker.isCopy()) return;
      if (leadership !== undefined) {
        for (const number of plan.onLeadership) checkOf(number).onLeadership?.(leadership);
      }
      for (const number of plan.watchful) {
        const rule = atWork[number];
        if (rule?.next === true) rule.check.onNext?.(event);
      }
      for (const handle of handlers[slot] ?? handlersOf(slot)) handle(event);
      if (node !== undefined) return;
      if (event.event === 'trace.started' && tracker.timeoutDeclared()) {
        for (const timer of timers) attend(attention, timer, 'all', -1);
      } else if (event.event === 'test.passed' || event.event === 'test.failed') {
        over = true;
        for (const rule of atWork) rule?.end();
      }
    },
    // One that heard nothing is made for its last word alone, and not kept.
    finish: () =>
      rules.map((rule, number) => {
        const work = atWork[number] ?? new RuleAtWork(rule, host);
        const basis = work.check.end(time);
        const untimed = work.lacksTimeout && tracker.view.electionTimeoutMs() === undefined;
        const doubt = doubts.get(rule) ?? (untimed ? timeouts : unprintedNeed(rule, tracker.view));
        return withDoubt(basis, doubt);
      }),
  };
}

/** What a rule lacks that asked for the election timeout in vain. */
const timeouts =
  'how long election timeouts are, by timer.started.timeoutMs or trace.started.config';

const timers: readonly EventName[] = ['timer.started', 'timer.expired'];

/** Takes in what the rules report, unless it rests on lines that are not printed. */
function hostOf(
  options: ClusterJudgeOptions,
  tracker: ClusterTracker,
  doubts: Map<Rule, string>,
): RuleHost {
  return {
    cluster: tracker.view,
    attention: options.attention,
    tell(rule, report) {
      const untold = untoldLines(rule, report, tracker.view);
      if (untold !== undefined) {
        doubts.set(rule, untold);
        return false;
      }
      const finding = findingOf(options, tracker, rule, report);
      options.onFinding(weighDisorder(finding, tracker.view.servers));
      return true;
    },
  };
}

/** A rule that would have accused, had it seen some lines, has not seen enough to acquit. */
function withDoubt(basis: Basis, doubt: string | undefined): Basis {
  return doubt === undefined || !basis.enough ? basis : missing(doubt);
}

function findingOf(
  { causes, group, run }: ClusterJudgeOptions,
  tracker: ClusterTracker,
  rule: Rule,
  report: Report,
): Finding {
  const suspects: Suspect[] = [];
  for (const cause of causes) {
    const speaks = cause.explain({ ...report, rule: rule.id }, tracker.view);
    if (speaks === undefined) continue;
    const confidence = Math.round(speaks.confidence * 100) / 100;
    suspects.push({ bug: cause.name, confidence, why: speaks.why });
  }
  for (const suspect of suspectsOfSymptom({ ...report, rule: rule.id })) {
    const asked = causes.some(({ name }) => name === suspect.bug);
    if (asked && suspects.every(({ bug }) => bug !== suspect.bug)) suspects.push(suspect);
  }
  suspects.sort((a, b) => b.confidence - a.confidence);
  return {
    ...report,
    nodes: [...new Set(report.nodes)],
    evidence: [...new Set(report.evidence)],
    rule: rule.id,
    severity: report.severity ?? rule.severity,
    group,
    run,
    causes: suspects,
  };
}
