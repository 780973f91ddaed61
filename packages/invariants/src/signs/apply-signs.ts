import { lastTold } from './last-told.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, receivedOf, type Step } from './step.ts';

/** How entries and snapshots reach the state machine. */
export const applySigns: MakeSignWatch = (tell) => ({
  step(step) {
    lookAtOrder(step, tell);
    lookAtSnapshot(step, tell);
  },
});

function lookAtOrder(step: Step, tell: TellSign): void {
  const { before, server, events } = step;
  let applied = step.input.event === 'node.started' ? undefined : before.applied;
  for (const event of events) {
    if (event.event === 'snapshot.installed') applied = event.index;
    if (event.event === 'commit.advanced' && event.to < (event.from ?? 0)) {
      tell(
        'commit-falls',
        0.97,
        `the commitIndex of ${server.id} falls from ${event.from} to ${event.to}`,
        [event],
      );
    }
    if (event.event === 'entry.proposed' && event.role !== 'leader' && event.role !== undefined) {
      const change = eventIn(step, 'config.proposed') ?? eventIn(step, 'config.appended');
      const bug = change === undefined ? 'deposed-leader-proposes' : 'change-asked-of-follower';
      const what = change === undefined ? 'a command' : 'a change of members';
      tell(bug, 0.97, `${server.id} takes ${what} as ${event.role}`, [change ?? event, event]);
    }
    if (event.event === 'entry.proposed' && event.role === 'leader') {
      const { entryTerm, term } = event;
      if (entryTerm !== undefined && term !== undefined && entryTerm < term) {
        const words = `${server.id} makes an entry of term ${entryTerm} as leader of term ${term}`;
        tell('no-op-of-old-term', 0.97, words, [event]);
      }
    }
    if (event.event !== 'entry.applied') continue;
    if (applied !== undefined && event.index < applied + 1) {
      tell('two-appliers', 0.9, `${server.id} applies index ${event.index} after ${applied}`, [
        event,
      ]);
    } else if (applied !== undefined && event.index > applied + 1) {
      tell(
        'apply-newest-only',
        0.95,
        `${server.id} applies index ${event.index} after ${applied}, and none between`,
        [event],
      );
    }
    applied = event.index;
  }
}

function lookAtSnapshot(step: Step, tell: TellSign): void {
  const { before, server } = step;
  const installed = eventIn(step, 'snapshot.installed');
  if (installed === undefined) return;
  const request = receivedOf(step, 'InstallSnapshot');
  const evidence = request === undefined ? [installed] : [request, installed];
  if (installed.index <= before.commit) {
    tell(
      'old-snapshot-installed',
      0.97,
      `${server.id} had committed through ${before.commit} and installs a snapshot through ` +
        `${installed.index}`,
      evidence,
    );
  }
}

/** What a snapshot that is installed leaves of the log, seen where the log's end is told next. */
export const tailSigns: MakeSignWatch = (tell) => {
  const waiting = new Map<
    Shadow,
    { readonly had: boolean; readonly last: number; readonly index: number }
  >();
  return {
    step(step) {
      const { before, server, events, input } = step;
      if (input.event === 'node.started') waiting.delete(server);
      const wait = waiting.get(server);
      if (wait !== undefined) {
        for (const event of events) {
          if (event.event === 'state.persisted' || event.event === 'message.received') continue;
          const last = lastTold(event);
          // Behind a second snapshot nobody knows any more what stood behind the first.
          const over = event.event === 'log.truncated' || event.event === 'snapshot.installed';
          if (over || last !== undefined) waiting.delete(server);
          if (over) break;
          if (last === undefined) continue;
          if (wait.had && last === wait.index) {
            tell(
              'snapshot-discards-tail',
              0.95,
              `${server.id} held entries through ${wait.last} that followed the snapshot ` +
                `through ${wait.index}, and its log ends there now`,
              [event],
            );
          } else if (!wait.had && last > wait.index) {
            tell(
              'snapshot-keeps-conflicting-tail',
              0.95,
              `${server.id} installed a snapshot through ${wait.index} whose last entry it ` +
                `did not have, and kept what stood behind it, through ${last}`,
              [event],
            );
          }
          break;
        }
      }
      const installed = eventIn(step, 'snapshot.installed');
      if (installed === undefined || before.last <= installed.index) return;
      const written = eventIn(step, 'state.persisted');
      const own = before.termOfIncluded;
      if (own === undefined || installed.snapshotTerm === undefined) return;
      const had = own === installed.snapshotTerm;
      // What becomes durable later may have been handed to the disk before the snapshot came.
      if (written?.lastLogIndex !== undefined && written.time === installed.time) {
        if (had && written.lastLogIndex === installed.index) {
          tell(
            'snapshot-discards-tail',
            0.96,
            `${server.id} held entries through ${before.last} that followed the snapshot ` +
              `through ${installed.index}, and writes a log that ends there`,
            [installed, written],
          );
        } else if (!had && written.lastLogIndex > installed.index) {
          tell(
            'snapshot-keeps-conflicting-tail',
            0.96,
            `${server.id} installed a snapshot through ${installed.index} whose last entry ` +
              'it did not have, and kept what stood behind it',
            [installed, written],
          );
        }
        return;
      }
      waiting.set(server, { had, last: before.last, index: installed.index });
    },
  };
};
