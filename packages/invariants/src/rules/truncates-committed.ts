import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * What is committed stays (Raft §5.4.3): a server that deletes from index i on has never known i
 * committed, in this incarnation or, as far as its entries were durable, in an earlier one.
 *
 * Smallest counter-example: n1 moves commitIndex to 7; n1 deletes from index 6 on.
 */
export const truncatesCommitted: Rule = {
  id: 'truncates-committed',
  code: 'S11',
  title: 'Committed entries are never deleted',
  statement: 'A server deletes only entries beyond its commitIndex.',
  why: 'A committed entry may have been applied and acknowledged; deleting it loses data.',
  example: ['n1 moves commitIndex to 7', 'n1 deletes from index 6 on'],
  source: 'Raft §5.3, §5.4.3',
  severity: 'violation',
  needs: [{ event: 'log.truncated' }, { event: 'commit.advanced' }],
  accusesBy: [{ event: 'log.truncated' }, { event: 'node.started', fields: ['commitIndex'] }],
  create(context) {
    const servers = new Map<string, Known>();
    let judged = false;

    const of = (node: string | undefined): Known => {
      const known = servers.get(node ?? '') ?? { durable: 0, commit: 0, event: undefined };
      servers.set(node ?? '', known);
      return known;
    };

    return {
      on: {
        'state.persisted': ({ node, lastLogIndex }) => {
          if (lastLogIndex !== undefined) of(node).durable = lastLogIndex;
        },
        // A follower commits what it has appended and may lose again before it is durable.
        'node.started': (event) => {
          const known = of(event.node);
          known.commit = Math.min(known.commit, known.durable);
          // Where commitIndex is stored, as in etcd, it comes back.
          if ((event.commitIndex ?? 0) > known.commit) knowCommit(known, event, event.commitIndex);
        },
        'commit.advanced': (event) => {
          if (event.node === undefined) return;
          judged = true;
          const known = of(event.node);
          if (event.to > known.commit) knowCommit(known, event, event.to);
        },
        'log.truncated': (event) => {
          if (event.node === undefined) return;
          const known = of(event.node);
          known.durable = Math.min(known.durable, event.fromIndex - 1);
          if (event.fromIndex > known.commit || known.event === undefined) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: [event.node],
            message:
              `${event.node} deleted entries from index ${event.fromIndex} on, ` +
              `after it had committed up to ${known.commit}`,
            evidence: [known.event, event],
          });
        },
      },
      end: () => (judged ? enough : missing('moves of commitIndex and deletions from the log')),
    };
  },
};

/** What is known of one server, over all its lives. */
interface Known {
  /** The last index that is durable, as far as the server tells. */
  durable: number;
  /** The highest index that it committed and cannot have lost. */
  commit: number;
  /** The line that shows it. */
  event: EventOf<'commit.advanced' | 'node.started'> | undefined;
}

function knowCommit(known: Known, event: Known['event'], index = 0): void {
  known.commit = index;
  known.event = event;
}
