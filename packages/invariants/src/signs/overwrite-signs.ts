import type { TraceEvent } from '@raftlens/trace';
import { lastTold } from './last-told.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch } from './sign.ts';
import { eventIn, receivedOf } from './step.ts';

interface Overwritten {
  /** Where the new entries end, and where the log ended before. */
  readonly ends: number;
  readonly old: number;
  readonly events: readonly TraceEvent[];
}

/**
 * Entries written over others without a line that deletes them. Either what stood behind them is
 * kept, or it was gone before: where the log ends when that is told next says which.
 */
export const overwriteSigns: MakeSignWatch = (tell, deny) => {
  const waiting = new Map<Shadow, Overwritten>();
  return {
    step(step) {
      const { server, before, events, input } = step;
      const wait = waiting.get(server);
      for (const event of wait === undefined ? [] : events) {
        // A further append says where it begins, not where the log ends.
        const last = event.event === 'log.appended' ? undefined : lastTold(event);
        if (event.event === 'log.truncated' || event.event === 'node.started' || last !== undefined)
          waiting.delete(server);
        if (wait === undefined || last === undefined) continue;
        const how = `${server.id} wrote entries through ${wait.ends} over others`;
        if (last === wait.ends && last < wait.old) {
          deny('conflict-keeps-tail', () => `${how}, and its log ends there`);
        } else if (last === wait.old && last > wait.ends) {
          const what = `${how}, and kept what stood behind them, through ${last}`;
          tell('conflict-keeps-tail', 0.97, what, [...wait.events, event]);
        }
        break;
      }
      if (receivedOf(step, 'AppendEntries') === undefined) return;
      const added = eventIn(step, 'log.appended');
      const where = before.fit?.differsAt;
      if (added === undefined || where === undefined || where > before.last) return;
      if (eventIn(step, 'log.truncated') !== undefined || added.firstIndex > before.last) return;
      const ends = added.firstIndex + added.entries.length - 1;
      waiting.set(server, { ends, old: before.last, events: [input, added] });
      tell(
        'conflict-keeps-tail',
        0.92,
        `${server.id} wrote over index ${added.firstIndex} and deleted nothing behind it`,
        [input, added],
      );
    },
  };
};
