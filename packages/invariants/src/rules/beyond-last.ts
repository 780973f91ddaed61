import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * applied ≤ commitIndex ≤ last index (Raft §5.3, Figure 2): a follower commits to
 * min(leaderCommit, index of the last new entry), and a server applies only what is committed.
 *
 * Smallest counter-example: n1's log ends at 4; n1 moves commitIndex to 6.
 */
export const beyondLast: Rule = {
  id: 'beyond-last',
  code: 'S16',
  title: 'Nothing is committed beyond the log, nor applied beyond the commit',
  statement:
    "A server's commitIndex never passes the end of its log, and what it applies never passes its commitIndex.",
  why: 'An index committed before its entry is there will be filled by whatever entry comes next.',
  example: ["n1's log ends at 4", 'n1 moves commitIndex to 6'],
  source: 'Raft §5.3, Figure 2 (AppendEntries, step 5)',
  severity: 'violation',
  needs: [
    { event: 'log.appended' },
    { event: 'commit.advanced' },
    { event: 'node.started', fields: ['lastLogIndex'] },
  ],
  create(context) {
    const servers = new Map<string, Ends>();
    let judged = false;
    const put = (event: TraceEvent, change: (ends: Ends) => void): void => {
      const ends = event.node === undefined ? undefined : servers.get(event.node);
      if (ends !== undefined) change(ends);
    };
    return {
      on: {
        'node.started': (event) => {
          if (event.node === undefined || event.lastLogIndex === undefined) return;
          const commitIndex = Math.max(event.commitIndex ?? 0, event.snapshotIndex ?? 0);
          servers.set(event.node, {
            last: event.lastLogIndex,
            lastEvent: event,
            commit: commitIndex,
            commitEvent: event,
          });
        },
        'log.appended': (event) =>
          put(event, (ends) => {
            ends.last = Math.max(ends.last, event.firstIndex + event.entries.length - 1);
            ends.lastEvent = event;
          }),
        'log.truncated': (event) =>
          put(event, (ends) => {
            ends.last = event.fromIndex - 1;
            ends.lastEvent = event;
          }),
        'snapshot.installed': (event) =>
          put(event, (ends) => {
            ends.last = Math.max(ends.last, event.index);
            ends.lastEvent = event;
            ends.commit = Math.max(ends.commit, event.index);
            ends.commitEvent = event;
          }),
        'commit.advanced': (event) =>
          put(event, (ends) => {
            judged = true;
            if (event.to > ends.last) {
              accuse(
                event,
                `committed index ${event.to}, beyond the end of its log at ${ends.last}`,
                ends.lastEvent,
              );
            }
            ends.commit = event.to;
            ends.commitEvent = event;
          }),
        'entry.applied': (event) =>
          put(event, (ends) => {
            if (event.index <= ends.commit) return;
            accuse(
              event,
              `applied index ${event.index}, beyond its commitIndex ${ends.commit}`,
              ends.commitEvent,
            );
          }),
      },
      end() {
        return judged ? enough : missing('the ends of the logs and moves of commitIndex');
      },
    };

    /** Only where no line of the server is missing: an append that was lost is no proof. */
    function accuse(
      event: EventOf<'commit.advanced' | 'entry.applied'>,
      what: string,
      proof: TraceEvent,
    ): void {
      const node = event.node ?? '?';
      if (context.cluster.servers.get(node)?.complete !== true) return;
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: [node],
        message: `${node} ${what}`,
        evidence: [proof, event],
      });
    }
  },
};

interface Ends {
  last: number;
  lastEvent: TraceEvent;
  commit: number;
  commitEvent: TraceEvent;
}
