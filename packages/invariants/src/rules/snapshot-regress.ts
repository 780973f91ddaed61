import type { EventOf, TraceEvent } from '@raftlens/trace';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';

/**
 * Snapshots only go forward (Raft §7): the index of a server's snapshot never falls while it runs,
 * and installing one never takes its state machine back behind what it has applied.
 *
 * Smallest counter-example: n1 applies index 9; n1 installs a snapshot through index 6.
 */
export const snapshotRegress: Rule = {
  id: 'snapshot-regress',
  code: 'M5',
  title: 'A snapshot never takes a server back',
  statement:
    "The index of a server's snapshot never falls while it runs, " +
    'and a snapshot that it installs reaches at least as far as what it has applied.',
  why:
    'A state machine that is put back forgets commands whose results clients have seen, ' +
    'and applies the later ones again.',
  example: ['n1 applies index 9', 'n1 installs a snapshot through index 6'],
  source: 'Raft §7, Figure 13',
  severity: 'violation',
  needs: [{ event: 'snapshot.taken' }, { event: 'snapshot.installed' }, { event: 'entry.applied' }],
  create(context) {
    const servers = createPerServer<State>(() => ({
      applied: undefined,
      snapshot: undefined,
      snapshotIndex: 0,
    }));
    let judged = false;

    const move = (event: EventOf<'snapshot.taken' | 'snapshot.installed'>): void => {
      const { node, index, inc } = event;
      if (node === undefined) return;
      judged = true;
      const state = servers.of(node);
      const { snapshot, applied } = state;
      const verb = event.event === 'snapshot.taken' ? 'took' : 'installed';
      if (snapshot !== undefined && snapshot.inc === inc && index < state.snapshotIndex) {
        const words = `${node} ${verb} a snapshot through index ${index}`;
        accuse(event, snapshot, `${words} after one through index ${state.snapshotIndex}`);
      } else if (event.event === 'snapshot.installed' && applied !== undefined) {
        if (applied.inc === inc && index < applied.index) {
          const words = `${node} installed a snapshot through index ${index}`;
          accuse(event, applied, `${words} although it had applied index ${applied.index}`);
        }
      }
      state.snapshot = event;
      state.snapshotIndex = index;
    };

    const accuse = (event: TraceEvent, before: TraceEvent, message: string): void =>
      context.report(contradiction(event, before, message));

    return {
      on: {
        'node.started': (event) => {
          if (event.node === undefined) return;
          const state = servers.of(event.node);
          state.applied = undefined;
          state.snapshot = event.snapshotIndex === undefined ? undefined : event;
          state.snapshotIndex = event.snapshotIndex ?? 0;
        },
        'entry.applied': (event) => {
          if (event.node !== undefined) servers.of(event.node).applied = event;
        },
        'snapshot.taken': move,
        'snapshot.installed': move,
      },
      end: () => (judged ? enough : missing('snapshots taken or installed')),
    };
  },
};

interface State {
  /** What it applied last. */
  applied: EventOf<'entry.applied'> | undefined;
  /** The line that shows its newest snapshot. */
  snapshot: TraceEvent | undefined;
  snapshotIndex: number;
}
