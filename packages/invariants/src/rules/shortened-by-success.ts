import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { logShapesOf } from '../follow/log-shape.ts';
import { answerKinds, requestsAtWorkOf } from '../follow/request-at-work.ts';
import type { Rule } from '../rule.ts';

/**
 * Only a conflict deletes (Raft Figure 2, AppendEntries 3): a server at work on AppendEntries
 * deletes from an index on only if the request has an entry of another term there.
 *
 * Smallest counter-example: n1's log ends in 5@2; n1 receives AppendEntries with 4@2; n1 deletes
 * from index 4 on.
 */
export const shortenedBySuccess: Rule = {
  id: 'shortened-by-success',
  code: 'R7',
  title: 'Entries that are there already shorten no log',
  statement:
    'A follower deletes entries only from the first one on that conflicts with the request: ' +
    'same index, other term.',
  why:
    'A request that was overtaken on the way would delete entries which the follower ' +
    'has acknowledged since, and which may be committed.',
  example: ["n1's log ends in 5@2", 'n1 receives AppendEntries with 4@2', 'n1 deletes from 4 on'],
  source: 'Raft §5.3, Figure 2 (AppendEntries 3)',
  severity: 'violation',
  needs: [
    { event: 'message.received', fields: ['seq', 'prevLogIndex', 'entries'] },
    { event: 'message.sent' },
    { event: 'log.truncated' },
    { event: 'log.appended' },
    { event: 'node.started', fields: ['lastLogIndex'] },
  ],
  create(context) {
    const shapes = logShapesOf(context.cluster);
    const work = requestsAtWorkOf(context.cluster);
    let judged = false;

    const judge = (event: EventOf<'log.truncated'>): void => {
      const { node, fromIndex } = event;
      if (node === undefined) return;
      const request = work.of(node);
      if (request?.kind !== 'AppendEntries') return;
      const { prevLogIndex, entries } = request;
      if (prevLogIndex === undefined || entries === undefined) return;
      judged = true;
      const sent = entries[fromIndex - prevLogIndex - 1]?.term;
      const own = shapes.termBefore(node, fromIndex);
      const beyond = fromIndex > prevLogIndex + entries.length;
      if (!beyond && (own === undefined || sent === undefined || sent !== own)) return;
      // A deletion beyond its end is none.
      if (fromIndex > shapes.of(node).lastBefore) return;
      const reason = beyond
        ? `which end at ${prevLogIndex + entries.length}`
        : `which hold the same ${fromIndex}@${own}`;
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: [node],
        message: `${node} deleted from ${fromIndex} on for entries of ${request.from}, ${reason}`,
        evidence: [request, event],
      });
    };

    return {
      idle: { 'message.sent': 'fresh', 'message.received': 'fresh' },
      kinds: { 'message.sent': answerKinds },
      on: {
        'node.started': (event) => {
          shapes.note(event);
          work.note(event);
        },
        'message.received': (event) => {
          work.note(event);
          judged ||= event.kind === 'AppendEntries' && event.entries !== undefined;
        },
        'message.sent': work.note,
        'log.appended': shapes.note,
        'snapshot.installed': shapes.note,
        'log.truncated': (event) => {
          shapes.note(event);
          judge(event);
        },
      },
      end: () => (judged ? enough : missing('AppendEntries received, with its entries')),
    };
  },
};
