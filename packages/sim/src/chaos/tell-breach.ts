import type { FigureTwoBreach } from '../oracles/figure-two.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { ChaosFailure } from './chaos-failure.ts';
import type { World } from './world.ts';

/** What `test.observed` names a step that Figure 2 does not allow. */
const fact = 'figure-2';

/** Tells what Figure 2 does not allow, right behind the lines of that step. */
export function tellBreach(world: World, { server, what }: FigureTwoBreach): ChaosFailure {
  const message = `${server.id} in term ${server.currentTerm}: ${what}`;
  world.options.observe?.({
    event: 'test.observed',
    time: virtualEpochMs + world.nowMs,
    run: world.options.run,
    fact,
    ofTerm: server.currentTerm,
    nodes: [server.id],
    message,
  });
  return new ChaosFailure(fact, message);
}
