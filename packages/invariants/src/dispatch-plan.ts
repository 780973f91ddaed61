import {
  type Attention,
  type EventName,
  eventNumber,
  kindNumber,
  messageKinds,
  slotCount,
  slotsOf,
  type TraceEvent,
} from '@raftlens/trace';
import type { Rule, RuleCheck } from './rule.ts';

/** Takes an event of the kind that it is listed for. */
export type AnyHandler = (event: TraceEvent) => void;

/** Which of a set of rules hears of which event: the same for every cluster that they judge. */
export interface DispatchPlan {
  /**
   * The handlers for the events of a slot (see `slotOf`), in the rules' order, of checks that
   * `checks` gives by the numbers of their rules.
   */
  handlersOf(checks: Checks, slot: number): readonly AnyHandler[];
  /** The numbers of the rules that want to hear of leaderships. */
  readonly onLeadership: readonly number[];
  /** The numbers of the rules that ask for the next event, whatever that is. */
  readonly watchful: readonly number[];
  /** Counts in what all the rules need before any of them says otherwise. */
  attend(attention: Attention): void;
}

/** The checks of one cluster, by the numbers of their rules. */
export interface Checks {
  /** Sets the rule to work where it is not yet. */
  of(rule: number): RuleCheck;
  /** Undefined where it is not at work. */
  atWork(rule: number): RuleCheck | undefined;
}

interface Place {
  readonly rule: number;
  readonly event: EventName;
  /** It is nothing to set the rule to work for. */
  readonly forgets: boolean;
}

/** A hunt sets the same rules to work in every run, several times. */
const plans: WeakMap<readonly Rule[], DispatchPlan> = new WeakMap();

/** The plan of `rules`, learned from the first checks that they made, which are asked for then. */
export function dispatchPlanOf(
  rules: readonly Rule[],
  checkOf: (rule: number) => RuleCheck,
): DispatchPlan {
  let plan = plans.get(rules);
  if (plan === undefined) {
    plan = createDispatchPlan(rules.map((_, rule) => checkOf(rule)));
    plans.set(rules, plan);
  }
  return plan;
}

function createDispatchPlan(first: readonly RuleCheck[]): DispatchPlan {
  const places: Place[][] = Array.from({ length: slotCount }, () => []);
  const size = Object.keys(eventNumber).length;
  const all = new Array<number>(size).fill(0);
  const fresh = new Array<number>(size).fill(0);
  const telling = new Array<number>(size).fill(0);
  for (const [rule, check] of first.entries()) {
    for (const event of Object.keys(check.on) as EventName[]) {
      if (check.on[event] === undefined) continue;
      const share = check.idle?.[event] ?? 'all';
      const number = eventNumber[event];
      if (share === 'all') all[number] = (all[number] ?? 0) + 1;
      else if (share === 'fresh') fresh[number] = (fresh[number] ?? 0) + 1;
      else if (share === 'telling') telling[number] = (telling[number] ?? 0) + 1;
      const forgets = check.forgetsBy?.includes(event) === true;
      for (const slot of slotsHeard(check, event)) {
        addPlace(places[slot] ?? [], first, { rule, event, forgets });
      }
    }
  }
  return {
    handlersOf: (checks, slot) =>
      places[slot]?.map((place) =>
        place.forgets ? whereAtWork(checks, place) : handlerOf(checks.of(place.rule), place),
      ) ?? [],
    onLeadership: numbersOf(first, ({ onLeadership }) => onLeadership !== undefined),
    watchful: numbersOf(first, ({ onNext }) => onNext !== undefined),
    attend(attention) {
      for (let number = 0; number < size; number += 1) {
        attention.all[number] = (attention.all[number] ?? 0) + (all[number] ?? 0);
        attention.fresh[number] = (attention.fresh[number] ?? 0) + (fresh[number] ?? 0);
        attention.telling[number] = (attention.telling[number] ?? 0) + (telling[number] ?? 0);
      }
    },
  };
}

/** The slots of an event that a check hears: of messages those of the kinds that it names. */
function slotsHeard({ kinds }: RuleCheck, event: EventName): readonly number[] {
  const slots = slotsOf(event);
  const named =
    event === 'message.sent' || event === 'message.received' ? kinds?.[event] : undefined;
  if (named === undefined) return slots;
  return messageKinds
    .filter((kind) => named.includes(kind))
    .flatMap((kind) => slots[kindNumber(kind)] ?? []);
}

/**
 * Rules that follow the same thing together hand in the same function, which is called once; that
 * of one which may not be at work stands in for no other.
 */
function addPlace(places: Place[], checks: readonly RuleCheck[], place: Place): void {
  const handle = checks[place.rule]?.on[place.event];
  const known = places.some(
    ({ rule, event, forgets }) => !forgets && checks[rule]?.on[event] === handle,
  );
  if (!known) places.push(place);
}

function whereAtWork(checks: Checks, place: Place): AnyHandler {
  return (event) => {
    const check = checks.atWork(place.rule);
    if (check !== undefined) handlerOf(check, place)(event);
  };
}

/** Each name leads to a handler for its own event, which the compiler cannot follow. */
function handlerOf({ on }: RuleCheck, { rule, event }: Place): AnyHandler {
  const handle = on[event] as AnyHandler | undefined;
  if (handle === undefined) throw new TypeError(`rule ${rule} has no handler for ${event} now`);
  return handle;
}

function numbersOf(
  checks: readonly RuleCheck[],
  isOne: (check: RuleCheck) => boolean,
): readonly number[] {
  return checks.flatMap((check, rule) => (isOne(check) ? [rule] : []));
}
