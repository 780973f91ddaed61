import type { EventOf, TraceEvent } from '@raftlens/trace';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { type LogShapes, logShapesOf } from '../follow/log-shape.ts';
import { answerKinds, requestsAtWorkOf } from '../follow/request-at-work.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';

/**
 * AppendEntries, receiver's steps 2 and 5 (Raft Figure 2): it succeeds only where the log has an
 * entry of prevLogTerm at prevLogIndex, and moves commitIndex to at most min(leaderCommit, index of
 * the last entry in this very message).
 *
 * Smallest counter-example: n1's log ends at 4; n1 accepts AppendEntries that follows index 6.
 */
export const appendReplyCommit: Rule = {
  id: 'append-reply-commit',
  code: 'R5',
  title: 'AppendEntries succeeds, and commits, only where the logs agree',
  statement:
    'A follower accepts AppendEntries only if its log holds the entry before the new ones, ' +
    'and commits on its word no more than that message shows to agree.',
  why:
    'Beyond the last entry of the message the follower may hold entries of a deposed leader; ' +
    'to accept or commit those is to keep what was never agreed upon.',
  example: ["n1's log ends at 4", 'n1 accepts AppendEntries that follows index 6'],
  source: 'Raft §5.3, Figure 2 (AppendEntries 2 and 5)',
  severity: 'violation',
  needs: [
    { event: 'append.accepted', fields: ['prevLogIndex', 'prevLogTerm'] },
    { event: 'message.received', fields: ['prevLogIndex', 'leaderCommit', 'entries'] },
    { event: 'message.sent' },
    { event: 'commit.advanced' },
    { event: 'log.appended' },
    { event: 'node.started', fields: ['lastLogIndex'] },
  ],
  restsOn: ['log.appended', 'snapshot.installed'],
  create(context) {
    const shapes = logShapesOf(context.cluster);
    const work = requestsAtWorkOf(context.cluster);
    let judged = false;

    const accuse = (event: TraceEvent, before: TraceEvent | undefined, words: string): void =>
      context.report(contradiction(event, before, `${event.node} ${words}`));

    return {
      idle: { 'message.sent': 'fresh', 'message.received': 'fresh', 'append.accepted': 'fresh' },
      kinds: { 'message.sent': answerKinds },
      on: {
        'node.started': (event) => {
          shapes.note(event);
          work.note(event);
        },
        'message.received': work.note,
        'message.sent': work.note,
        'log.truncated': shapes.note,
        'snapshot.installed': shapes.note,
        'log.appended': judgeGap,
        'append.accepted': judgeAcceptance,
        'commit.advanced': judgeCommit,
      },
      end: () => (judged ? enough : missing('answers to AppendEntries, and the ends of the logs')),
    };

    function judgeGap(event: EventOf<'log.appended'>): void {
      shapes.note(event);
      const { node, firstIndex, entries } = event;
      if (node === undefined || entries.length === 0 || !isKnown(context, shapes, node)) return;
      const { lastBefore, lastEventBefore } = shapes.of(node);
      if (firstIndex <= lastBefore + 1) return;
      const words = `appended from index ${firstIndex} on, and its log ended at ${lastBefore}`;
      accuse(event, lastEventBefore, words);
    }

    function judgeAcceptance(event: EventOf<'append.accepted'>): void {
      const { node, prevLogIndex: index, prevLogTerm: term, entries } = event;
      if (node === undefined || index === undefined || !isKnown(context, shapes, node)) return;
      judged = true;
      const { last, lastEvent } = shapes.of(node);
      const own = shapes.termAt(node, index);
      if (entries === 0 && index > last) {
        const words = `accepted a heartbeat after index ${index}, and its log ends at ${last}`;
        accuse(event, lastEvent, words);
      } else if (own !== undefined && term !== undefined && term !== own && term > 0) {
        const words = `accepted AppendEntries after ${index}@${term}, and holds ${index}@${own}`;
        accuse(event, shapes.lineAt(node, index), words);
      }
    }

    function judgeCommit(event: EventOf<'commit.advanced'>): void {
      const { node, role, to } = event;
      if (node === undefined || role === 'leader') return;
      const request = work.of(node);
      if (request?.kind !== 'AppendEntries') return;
      const { prevLogIndex, entries, leaderCommit = Number.POSITIVE_INFINITY } = request;
      if (prevLogIndex === undefined || entries === undefined) return;
      judged = true;
      const lastNew = prevLogIndex + entries.length;
      if (to > leaderCommit) {
        accuse(event, request, `committed index ${to} where the leader said ${leaderCommit}`);
      } else if (to > lastNew) {
        const words = `committed index ${to} on the word of AppendEntries that ends at ${lastNew}`;
        accuse(event, request, words);
      }
    }
  },
};

/** What the lines of a server say of its log is all that there is. */
function isKnown({ cluster }: RuleContext, shapes: LogShapes, node: string): boolean {
  return shapes.of(node).known && cluster.servers.get(node)?.complete === true;
}
