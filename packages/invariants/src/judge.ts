import {
  type Attention,
  attend,
  createAttention,
  type EventName,
  type EventOf,
  eventNumber,
  forgetNeeds,
  slotOf,
  type TraceEvent,
} from '@raftlens/trace';
import type { Cause } from './cause.ts';
import { causes as allCauses } from './causes.ts';
import { type ClusterJudge, createClusterJudge } from './cluster-judge.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';
import { createJudgementTally } from './judgement-tally.ts';
import { createJudgesAtWork } from './judges-at-work.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';

/** How to judge; every part has a default. */
export interface JudgeOptions {
  readonly rules?: readonly Rule[] | undefined;
  readonly causes?: readonly Cause[] | undefined;
  /**
   * What a finding is worth, by what is known in the end of where its evidence stands; itself by
   * default.
   */
  readonly weigh?: ((finding: Finding) => Finding) | undefined;
  /** Hears of each finding as soon as a line proves it. */
  readonly onFinding?: ((finding: Finding) => void) | undefined;
  /** Every kind of line is printed wherever there is something to tell. */
  readonly tellsAll?: boolean | undefined;
  /** Events that others who observe the same run need, in a hunt. */
  readonly alsoNeeded?: readonly EventName[] | undefined;
}

/** Checks events against every rule, in one pass. */
export interface Judge {
  /**
   * Events of one server come in the order in which it wrote them. Who knows an event's `slotOf`
   * already hands it in.
   */
  observe(event: TraceEvent, slot?: number): void;
  /**
   * What it needs to see, for a simulation that makes no other events: each of them changes what is
   * needed next. The findings are the same as if all were told, but `coverage` is not then.
   */
  readonly attention: Attention;
  finish(): Judgement;
}

/** Makes a judge. Each Raft group of each run is judged by itself. */
export function createJudge(options: JudgeOptions = {}): Judge {
  const { rules = allRules, causes = allCauses, tellsAll = false } = options;
  const clusters = createJudgesAtWork();
  const tally = createJudgementTally(rules, options.weigh);
  /** The cluster of the last event, which nearly always is that of the next. */
  let current: Current | undefined;
  const attention = createAttention();
  /** The run that the attention is for. */
  let live: ClusterJudge | undefined;
  /** Runs whose harness has said that they are over, oldest first: what they hold can go. */
  const ended: ClusterJudge[] = [];

  const onFinding = (finding: Finding): void => {
    tally.found(finding);
    options.onFinding?.(finding);
  };
  const shared = { rules, causes, onFinding, attention, tellsAll };

  const judgeOf = (event: TraceEvent): ClusterJudge => {
    const { group, run } = event;
    if (current !== undefined && current.run === run && current.group === group)
      return current.judge;
    let judge = clusters.of(run, group);
    if (judge === undefined) {
      // Where several runs are told at once nothing is left out.
      if (live?.over() === false) attention.next += 1;
      else forgetNeeds(attention);
      judge = createClusterJudge({ ...shared, group, run });
      for (const each of options.alsoNeeded ?? []) attend(attention, each, 'all', 1);
      live = judge;
      clusters.add(judge);
    }
    current = { run, group, judge };
    return judge;
  };
  const judgeFor = (event: TraceEvent, slot: number): ClusterJudge => {
    const judge = judgeOf(event);
    if (slot !== traceStarted || event.event !== 'trace.started' || !isAnotherRun(event, judge))
      return judge;
    tally.close(judge);
    clusters.drop(judge);
    current = undefined;
    return judgeOf(event);
  };

  const noteEnd = (event: TraceEvent): void => {
    ended.push(judgeOf(event));
    if (ended.length <= endedKept) return;
    const judge = ended.shift();
    if (judge === undefined || judge === current?.judge || !judge.over()) return;
    const { run, group } = judge.tracker.view;
    if (clusters.of(run, group) !== judge) return;
    tally.close(judge);
    clusters.drop(judge);
  };

  return {
    attention,
    observe(event, slot = slotOf(event)) {
      judgeFor(event, slot).observe(event, slot);
      if (slot === testPassed || slot === testFailed) noteEnd(event);
    },
    finish() {
      for (const judge of clusters.all()) tally.close(judge);
      clusters.clear();
      current = undefined;
      return tally.total();
    },
  };
}

const traceStarted: number = eventNumber['trace.started'];
const testPassed: number = eventNumber['test.passed'];
const testFailed: number = eventNumber['test.failed'];

/** A run that is over may have lines that come late, but not behind so many others. */
const endedKept = 32;

interface Current {
  readonly run: string | undefined;
  readonly group: string | undefined;
  readonly judge: ClusterJudge;
}

/**
 * A simulated run that begins again under the same name is a new cluster, not the old one. Until a
 * server has spoken it is the same line twice.
 */
function isAnotherRun({ clock }: EventOf<'trace.started'>, { tracker }: ClusterJudge): boolean {
  if (clock !== 'virtual' || tracker.view.started === undefined) return false;
  for (const { lastTime } of tracker.view.servers.values()) {
    if (lastTime > Number.NEGATIVE_INFINITY) return true;
  }
  return false;
}
