import type { Action } from './action.ts';
import { canonicalText } from './canonical-text.ts';
import type { Deed } from './lineage.ts';
import type { Rig } from './machine.ts';
import type { Steps } from './steps.ts';
import { createWorld, perform, type World } from './world.ts';

/**
 * A path in the words of a run: where the search knows a message by its content, the run takes the
 * one of that content that was sent first.
 */
export function namePath(rig: Rig, steps: Steps, deeds: readonly Deed[]): readonly Action[] {
  const world = createWorld(rig);
  return deeds.map((deed) => {
    const action = nameDeed(world, steps, deed);
    perform(world, action);
    return action;
  });
}

function nameDeed(world: World, steps: Steps, { kind, operand }: Deed): Action {
  if (kind !== 'deliver' && kind !== 'lose' && kind !== 'duplicate') {
    return { kind, server: world.rig.ids[operand] ?? '' };
  }
  const wanted = steps.messages.texts[operand];
  const flight = world.flights.find(
    ({ message }) => `M${canonicalText(message, new Map())}` === wanted,
  );
  if (flight === undefined) throw new Error('a path of the search cannot be run');
  return { kind, message: flight.name };
}
