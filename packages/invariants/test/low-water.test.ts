import { slotOf } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClusterTracker } from '../src/cluster/cluster-tracker.ts';
import type { ClusterView } from '../src/cluster/cluster-view.ts';
import { createLowWater } from '../src/low-water.ts';
import { script } from './trace-script.ts';

function clusterOf(text: string): ClusterView {
  const tracker = createClusterTracker(undefined, undefined, true);
  for (const event of script(text)) tracker.observe(event, slotOf(event), event.node, event.time);
  return tracker.view;
}

test('it rises when the last voter follows', () => {
  const lowWater = createLowWater(clusterOf('trace.started nodes=n1,n2,n3'));
  expect([
    lowWater.reach('n1', 5),
    lowWater.reach('n2', 7),
    lowWater.reach('n3', 3),
    lowWater.reach('n3', 2),
    lowWater.reach('n3', 6),
    lowWater.reach('n1', 6),
  ]).toStrictEqual([undefined, undefined, 3, undefined, 5, 6]);
});

test('a learner holds nothing back', () => {
  const cluster = clusterOf('trace.started nodes=n1,n2,n3\nn3@1 learner node.started');
  const lowWater = createLowWater(cluster);
  lowWater.reach('n1', 5);
  expect(lowWater.reach('n2', 4)).toBe(4);
});

test('it is the lowest of the highest that each voter reached', () => {
  const nodes = ['n1', 'n2', 'n3'] as const;
  const steps = fc.array(fc.tuple(fc.constantFrom(...nodes), fc.nat(20)), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (reached) => {
      const lowWater = createLowWater(clusterOf('trace.started nodes=n1,n2,n3'));
      const highest = { n1: 0, n2: 0, n3: 0 };
      for (const [node, index] of reached) {
        const before = Math.min(...Object.values(highest));
        highest[node] = Math.max(highest[node], index);
        const after = Math.min(...Object.values(highest));
        expect(lowWater.reach(node, index)).toBe(after > before ? after : undefined);
      }
    }),
  );
});
