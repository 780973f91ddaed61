import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Handlers, Rule } from '../rule.ts';

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
    "A server's commitIndex never passes the end of its log, " +
    'and what it applies never passes its commitIndex.',
  why: 'An index committed before its entry is there will be filled by whatever entry comes next.',
  example: ["n1's log ends at 4", 'n1 moves commitIndex to 6'],
  source: 'Raft §5.3, Figure 2 (AppendEntries, step 5)',
  severity: 'violation',
  needs: [
    { event: 'log.appended' },
    { event: 'commit.advanced' },
    { event: 'node.started', fields: ['lastLogIndex'] },
  ],
  restsOn: ['commit.advanced', 'log.appended', 'snapshot.installed'],
  create(context) {
    const { endsOf, follow } = createEnds();
    let judged = false;
    return {
      on: {
        ...follow,
        'commit.advanced': (event) => {
          const ends = endsOf(event);
          if (ends === undefined) return;
          judged = true;
          if (event.to > ends.last) {
            const what = `committed index ${event.to}, beyond the end of its log at ${ends.last}`;
            accuse(event, what, ends.lastEvent);
          }
          ends.commit = event.to;
          ends.commitEvent = event;
        },
        'entry.applied': (event) => {
          const ends = endsOf(event);
          if (ends === undefined || event.index <= ends.commit) return;
          const what = `applied index ${event.index}, beyond its commitIndex ${ends.commit}`;
          accuse(event, what, ends.commitEvent);
        },
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

/** Where a server's log ends and how far it is committed, each with the line that shows it. */
interface Ends {
  last: number;
  lastEvent: TraceEvent;
  commit: number;
  commitEvent: TraceEvent;
}

/** Follows the ends of the logs of all servers that say with what they started. */
function createEnds(): {
  readonly endsOf: (event: TraceEvent) => Ends | undefined;
  readonly follow: Handlers;
} {
  const servers = new Map<string, Ends>();
  const endsOf = ({ node }: TraceEvent): Ends | undefined =>
    node === undefined ? undefined : servers.get(node);
  const follow: Handlers = {
    'node.started': (event) => {
      const { node, lastLogIndex: last, commitIndex = 0, snapshotIndex = 0 } = event;
      if (node === undefined || last === undefined) return;
      const commit = Math.max(commitIndex, snapshotIndex);
      servers.set(node, { last, lastEvent: event, commit, commitEvent: event });
    },
    'log.appended': (event) => {
      const ends = endsOf(event);
      if (ends === undefined) return;
      ends.last = Math.max(ends.last, event.firstIndex + event.entries.length - 1);
      ends.lastEvent = event;
    },
    'log.truncated': (event) => {
      const ends = endsOf(event);
      if (ends === undefined) return;
      ends.last = event.fromIndex - 1;
      ends.lastEvent = event;
    },
    'snapshot.installed': (event) => {
      const ends = endsOf(event);
      if (ends === undefined) return;
      ends.last = Math.max(ends.last, event.index);
      ends.lastEvent = event;
      ends.commit = Math.max(ends.commit, event.index);
      ends.commitEvent = event;
    },
  };
  return { endsOf, follow };
}
