import { type Attention, type EventName, eventNumber, type TraceEvent } from '@raftlens/trace';
import type { Rule, RuleCheck } from './rule.ts';

/** Takes an event of the kind that it is listed for. */
export type AnyHandler = (event: TraceEvent) => void;

/** Which of a set of rules hears of which event: the same for every cluster that they judge. */
export interface DispatchPlan {
  /** The handlers of these checks by `eventNumber`, in the order of the rules. */
  handlersOf(checks: readonly RuleCheck[]): readonly (readonly AnyHandler[] | undefined)[];
  /** Counts in what all the rules need before any of them says otherwise. */
  attend(attention: Attention): void;
}

interface Place {
  readonly rule: number;
  readonly event: EventName;
}

/** A hunt sets the same rules to work in every run, several times. */
const plans: WeakMap<readonly Rule[], DispatchPlan> = new WeakMap();

/** The plan of `rules`, learned from the first checks that they made. */
export function dispatchPlanOf(rules: readonly Rule[], checks: readonly RuleCheck[]): DispatchPlan {
  let plan = plans.get(rules);
  if (plan === undefined) {
    plan = createDispatchPlan(checks);
    plans.set(rules, plan);
  }
  return plan;
}

function createDispatchPlan(first: readonly RuleCheck[]): DispatchPlan {
  const size = Object.keys(eventNumber).length;
  const places: (Place[] | undefined)[] = Array.from({ length: size }, () => undefined);
  const all = new Array<number>(size).fill(0);
  const telling = new Array<number>(size).fill(0);
  for (const [rule, { on, idle }] of first.entries()) {
    for (const event of Object.keys(on) as EventName[]) {
      const handle = on[event];
      if (handle === undefined) continue;
      const number = eventNumber[event];
      const share = idle?.[event] ?? 'all';
      if (share === 'all') all[number] = (all[number] ?? 0) + 1;
      else if (share === 'telling') telling[number] = (telling[number] ?? 0) + 1;
      // Rules that follow the same thing together hand in the same function.
      const list = places[number] ?? [];
      places[number] = list;
      if (!list.some((place) => first[place.rule]?.on[event] === handle))
        list.push({ rule, event });
    }
  }
  return {
    handlersOf: (checks) => places.map((list) => list?.map((place) => handlerOf(checks, place))),
    attend(attention) {
      for (let number = 0; number < size; number += 1) {
        attention.all[number] = (attention.all[number] ?? 0) + (all[number] ?? 0);
        attention.telling[number] = (attention.telling[number] ?? 0) + (telling[number] ?? 0);
      }
    },
  };
}

/** Each name leads to a handler for its own event, which the compiler cannot follow. */
function handlerOf(checks: readonly RuleCheck[], { rule, event }: Place): AnyHandler {
  const handle = checks[rule]?.on[event] as AnyHandler | undefined;
  if (handle === undefined) throw new TypeError(`rule ${rule} has no handler for ${event} now`);
  return handle;
}
