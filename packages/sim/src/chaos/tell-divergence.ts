import type { Divergence } from '../oracles/lockstep.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { ChaosFailure } from './chaos-failure.ts';
import type { World } from './world.ts';

/** What `test.observed` names a server that does what a correct one does not. */
const fact = 'conformance';

/** Tells where a server parted from a correct one, right behind the lines of that step. */
export function tellDivergence(world: World, divergence: Divergence): ChaosFailure {
  const { server, after, difference } = divergence;
  const { path, subject, correct } = difference;
  const what = path === '' ? 'answer' : path;
  const message =
    `${server.id} in term ${server.currentTerm} differs from a correct server after ${after}: ` +
    `its ${what} is ${shown(subject)} and should be ${shown(correct)}`;
  const time = virtualEpochMs + world.nowMs;
  world.options.observe?.({
    event: 'test.observed',
    time,
    run: world.options.run,
    fact,
    ofTerm: server.currentTerm,
    nodes: [server.id],
    message,
  });
  return new ChaosFailure(fact, message);
}

/** A value in few words; where one side has nothing at all, that is what differs. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) return String(value);
  if ('kind' in value) return `a ${value.kind}`;
  return Array.isArray(value) ? `${value.length} of them` : 'there';
}
