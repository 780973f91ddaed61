import type { Core } from '@raftlens/core';
import { drawSettings } from '../chaos/chaos-settings.ts';
import { drawPlan } from '../chaos/draw-plan.ts';
import type { FaultPlan } from '../chaos/plan.ts';
import { chaosTest, planOf } from '../chaos/run-chaos.ts';
import { createRandom } from '../random.ts';
import { runTrial } from '../run-trial.ts';
import type { Trial } from '../trial.ts';
import { abstractState } from './abstract-state.ts';
import { mutatePlan } from './mutate-plan.ts';
import type { Strategy } from './strategy.ts';

/** So many seeds in a row learn from each other; the first few of them only try. */
const familySize = 16;
const founders = 3;

/** One run of a family: a seed that decides chance and cluster, and the faults. */
interface Member {
  readonly seed: number;
  readonly plan: FaultPlan;
  /** Abstract states that no member before it had reached; undefined until it has run. */
  fresh: number | undefined;
}

/** The runs of a block of seeds up to some seed. */
interface Family {
  readonly first: number;
  readonly members: Member[];
  readonly states: Set<string>;
}

/**
 * The last family of each core, so that a campaign, which runs seeds in a row, makes each run once.
 * It holds nothing that could not be found again: a seed by itself runs those before it first.
 */
const families = new WeakMap<Core, Family>();

/**
 * Guided by coverage of abstract states (as ModelFuzz is by a model's): blocks of seeds begin with
 * runs by chance, and go on with changed plans of those that reached what none before had.
 */
export const guided: Strategy = {
  name: 'guided',
  title: 'Plans that reached new abstract states are changed a little and tried again',
  guide(trial) {
    const first = trial.seed - (trial.seed % familySize);
    let family = families.get(trial.core);
    if (family?.first !== first) {
      family = { first, members: [], states: new Set() };
      families.set(trial.core, family);
    }
    const place = trial.seed - first;
    for (let before = 0; before < place; before += 1) {
      const member = memberAt(family, before);
      if (member.fresh === undefined) runTrial(trialOf(trial, family, member, undefined));
    }
    return trialOf(trial, family, memberAt(family, place), trial.observe);
  },
};

/** The trial of a member, which notes what it reaches when it is run to its end. */
function trialOf(
  { scenario, core, halted, decider, seed }: Trial,
  family: Family,
  member: Member,
  observe: Trial['observe'],
): Trial {
  const own = member === family.members[seed - family.first];
  const reached = new Set<string>();
  return {
    scenario,
    core,
    seed: member.seed,
    chaos: { plan: member.plan },
    ...(own ? { halted, decider } : {}),
    look: (servers) => void reached.add(abstractState(servers)),
    observe(event) {
      if (event.event === 'test.passed' || event.event === 'test.failed') {
        member.fresh ??= noteStates(family, reached);
      }
      observe?.(event);
    },
  };
}

function noteStates({ states }: Family, reached: ReadonlySet<string>): number {
  const before = states.size;
  for (const state of reached) states.add(state);
  return states.size - before;
}

function memberAt(family: Family, place: number): Member {
  const { members, first } = family;
  const known = members[place];
  if (known !== undefined) return known;
  const seed = first + place;
  const member = place < founders ? founder(seed) : child(family, seed);
  members[place] = member;
  return member;
}

function founder(seed: number): Member {
  return { seed, plan: planOf(seed), fresh: undefined };
}

/** The best of three by chance is the parent. */
function child({ members, first }: Family, seed: number): Member {
  const random = createRandom(seed, 'strategy/guided');
  let parent = members[0] ?? founder(first);
  for (let tries = 0; tries < 3; tries += 1) {
    const other = members[random.integer(0, members.length - 1)];
    if (other !== undefined && (other.fresh ?? 0) >= (parent.fresh ?? 0)) parent = other;
  }
  const { size, safetyMs } = drawSettings(parent.seed, chaosTest);
  const fresh = drawPlan({ seed, run: chaosTest, size, untilMs: safetyMs });
  return { seed: parent.seed, plan: mutatePlan(parent.plan, fresh, random), fresh: undefined };
}
