import type { EventOf, TraceEvent } from '@raftlens/trace';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { logShapesOf } from '../follow/log-shape.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';

type Updated = EventOf<'progress.updated'>;

/**
 * What a leader knows of its followers only grows (Raft Figure 2, volatile state on leaders):
 * within a leadership matchIndex never falls, and matchIndex < nextIndex ≤ last index + 1. A
 * follower that restarts, or joins again, may begin anew.
 *
 * Smallest counter-example: n1 leads and has n2 at match 7; n1 has n2 at match 5.
 */
export const matchMonotonic: Rule = {
  id: 'match-monotonic',
  code: 'M9',
  title: 'matchIndex never falls, and nextIndex lies right beyond it',
  statement:
    'While a server leads a term, matchIndex of a follower never falls, ' +
    'and nextIndex is beyond matchIndex and at most one beyond the end of the log.',
  why:
    'An answer that was overtaken on the way takes back what is known; ' +
    'the leader sends again what is there, commits late, or skips entries.',
  example: ['n1, leader, has n2 at match 7', 'n1 has n2 at match 5'],
  source: 'Raft §5.3, Figure 2 (nextIndex, matchIndex)',
  severity: 'violation',
  needs: [{ event: 'progress.updated', fields: ['term', 'matchIndex', 'nextIndex'] }],
  restsOn: ['log.appended', 'snapshot.installed'],
  create(context) {
    const shapes = logShapesOf(context.cluster);
    const leaders = createPerServer<Map<string, Updated>>(() => new Map());
    let judged = false;

    const accuse = (event: Updated, words: string, before: TraceEvent | undefined): void => {
      const who = `${event.node}, leader of term ${event.term ?? '?'},`;
      context.report(contradiction(event, before, `${who} ${words} ${event.peer}`));
    };

    const checkEnd = (event: Updated, node: string, nextIndex: number): void => {
      const shape = shapes.of(node);
      if (!shape.known || nextIndex <= shape.last + 1) return;
      if (context.cluster.servers.get(node)?.complete !== true) return;
      const words = `whose log ends at ${shape.last}, set nextIndex to ${nextIndex} for`;
      accuse(event, words, shape.lastEvent);
    };

    return {
      on: {
        'log.appended': shapes.note,
        'log.truncated': shapes.note,
        'snapshot.installed': shapes.note,
        'node.started': (event) => {
          shapes.note(event);
          if (event.node === undefined) return;
          leaders.of(event.node).clear();
          for (const peers of leaders.all()) peers.delete(event.node);
        },
        'progress.updated': (event) => {
          const { node, peer, matchIndex, nextIndex, term, inc, cause } = event;
          if (node === undefined || matchIndex === undefined) return;
          judged = true;
          const peers = leaders.of(node);
          const before = peers.get(peer);
          peers.set(peer, event);
          // Who comes anew begins at 0: a program that tells no causes does not say which it was.
          if (cause === undefined && !context.cluster.tellsAll && matchIndex === 0) return;
          const same = before !== undefined && before.term === term && before.inc === inc;
          if (same && cause !== 'member' && matchIndex < (before.matchIndex ?? 0)) {
            const fall = `took matchIndex back from ${before.matchIndex} to ${matchIndex}`;
            accuse(event, `${fall} for`, before);
          } else if (nextIndex !== undefined && nextIndex <= matchIndex) {
            accuse(
              event,
              `set nextIndex to ${nextIndex}, and matchIndex to ${matchIndex}, for`,
              before,
            );
          } else if (nextIndex !== undefined) checkEnd(event, node, nextIndex);
        },
      },
      end: () => (judged ? enough : missing('what leaders know of their followers')),
    };
  },
};
