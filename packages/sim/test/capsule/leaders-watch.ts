import type { FailureWatch } from '@raftlens/sim';

/** Takes it for a failure that so many different servers have led; a correct core shows it too. */
export function watchForLeaders(count: number): FailureWatch {
  const leaders = new Set<string>();
  return {
    observe(event) {
      if (event.event !== 'role.changed' || event.to !== 'leader') return;
      if (event.node !== undefined) leaders.add(event.node);
    },
    shown: () => leaders.size >= count,
  };
}
