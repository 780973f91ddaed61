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
import { type ClusterPlace, createClusterPlaces } from './cluster-places.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';
import { createJudgementTally } from './judgement-tally.ts';
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
  /** Hears each time that a cluster is judged to its end: what was kept of it can go. */
  readonly onClosed?: (() => void) | undefined;
  /** Every kind of line is printed wherever there is something to tell. */
  readonly tellsAll?: boolean | undefined;
  /** Events that others who observe the same run need, in a hunt. */
  readonly alsoNeeded?: readonly EventName[] | undefined;
  /**
   * Of very many Raft groups those with few lines are judged at the end, one after the other: what
   * the rules keep of a group takes far more memory than its lines. False by default.
   */
  readonly mayWait?: boolean | undefined;
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
  const { rules = allRules, causes = allCauses, tellsAll = false, mayWait = false } = options;
  const places = createClusterPlaces();
  const tally = createJudgementTally(rules, options.weigh);
  /** The cluster of the last event, which nearly always is that of the next. */
  let current: AtWork | undefined;
  const attention = createAttention();
  /** The run that the attention is for. */
  let live: ClusterJudge | undefined;
  /** Runs whose harness has said that they are over, oldest first: what they hold can go. */
  const ended: AtWork[] = [];

  const onFinding = (finding: Finding): void => {
    tally.found(finding);
    options.onFinding?.(finding);
  };
  const shared = { rules, causes, onFinding, attention, tellsAll };

  const begin = (place: ClusterPlace): AtWork => {
    turnTo(attention, live, options.alsoNeeded);
    const judge = createClusterJudge({ ...shared, group: place.group, run: place.run });
    live = judge;
    const begun = Object.assign(place, { judge });
    for (const event of takeWaiting(place)) take(begun, event, slotOf(event));
    return begun;
  };
  const close = (place: AtWork): void => {
    tally.close(place.judge);
    places.drop(place);
    if (place === current) current = undefined;
    letGo(place);
    options.onClosed?.();
  };
  /** Undefined where the event waits. */
  const placeOf = (event: TraceEvent, slot: number): AtWork | undefined => {
    const { group, run } = event;
    if (current !== undefined && current.run === run && current.group === group) return current;
    const place = places.at(run, group);
    if (!isAtWork(place) && mayWait && slot !== traceStarted && waits(place, places.size())) {
      place.waiting.push(event);
      return undefined;
    }
    current = isAtWork(place) ? place : begin(place);
    return current;
  };
  const take = (place: AtWork, event: TraceEvent, slot: number): void => {
    place.judge.observe(event, slot);
    if (slot !== testPassed && slot !== testFailed) return;
    const oldest = fallsOut(ended, place);
    if (oldest === undefined || oldest === current || !places.has(oldest)) return;
    if (oldest.judge.over()) close(oldest);
  };

  return {
    attention,
    observe(event, slot = slotOf(event)) {
      let place = placeOf(event, slot);
      if (place && event.event === 'trace.started' && isAnotherRun(event, place.judge)) {
        close(place);
        place = placeOf(event, slot);
      }
      if (place !== undefined) take(place, event, slot);
    },
    finish() {
      for (const place of places.all()) close(isAtWork(place) ? place : begin(place));
      return tally.total();
    },
  };
}

const traceStarted: number = eventNumber['trace.started'];
const testPassed: number = eventNumber['test.passed'];
const testFailed: number = eventNumber['test.failed'];

/** From now on the attention is for another cluster than before. */
function turnTo(
  attention: Attention,
  before: ClusterJudge | undefined,
  needed: readonly EventName[] = [],
): void {
  // Where several runs are told at once nothing is left out.
  if (before?.over() === false) attention.next += 1;
  else forgetNeeds(attention);
  for (const each of needed) attend(attention, each, 'all', 1);
}

/** A run that is over may have lines that come late, but not behind so many others. */
const endedKept = 32;

/** Adds to those that are over; gives the one that has been so for the longest. */
function fallsOut(ended: AtWork[], place: AtWork): AtWork | undefined {
  ended.push(place);
  return ended.length > endedKept ? ended.shift() : undefined;
}

/** So many groups are judged as their lines come. */
const judgedAtOnce = 256;
/** More lines than that take as much memory as what the rules keep of them. */
const mostWaiting = 128;

/** A cluster whose judge is there. */
interface AtWork extends ClusterPlace {
  judge: ClusterJudge;
}

function isAtWork(place: ClusterPlace): place is AtWork {
  return place.judge !== undefined;
}

function takeWaiting(place: ClusterPlace): readonly TraceEvent[] {
  const { waiting } = place;
  place.waiting = [];
  return waiting;
}

/** A place may have grown old, and would keep its young judge until the next full collection. */
function letGo(place: ClusterPlace): void {
  place.judge = undefined;
}

function waits({ group, waiting }: ClusterPlace, groups: number): boolean {
  return group !== undefined && groups > judgedAtOnce && waiting.length < mostWaiting;
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
