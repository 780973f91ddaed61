import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { requestsAtWorkOf } from '../follow/request-at-work.ts';
import type { Rule } from '../rule.ts';

/**
 * An RPC carries its sender's own term (Raft §5.1, Figure 2): never a later one, and an answer
 * never an older one than its sender had when the request came. Pre-votes ask about a term to come
 * (thesis §9.6).
 *
 * Smallest counter-example: n1, in term 3, sends AppendEntries of term 4.
 */
export const termAboveOwn: Rule = {
  id: 'term-above-own',
  code: 'R1',
  title: "A message carries its sender's own term",
  statement:
    "No RPC or reply carries a term above its sender's currentTerm, " +
    'and no reply one below it.',
  why:
    'Others take over any later term at once, and a reply with the term of an old request ' +
    'never tells an old leader that it is one.',
  example: ['n1, in term 3, sends AppendEntries of term 4'],
  source: 'Raft §5.1, Figure 2 (Results: currentTerm, for leader to update itself)',
  severity: 'violation',
  needs: [{ event: 'message.sent', fields: ['term', 'rpcTerm'] }],
  create(context) {
    const work = requestsAtWorkOf(context.cluster);
    let judged = false;

    const judgeAnswer = (event: EventOf<'message.sent'>): void => {
      const request = work.answered(event);
      const { node, rpcTerm, kind, to } = event;
      if (request?.term === undefined || rpcTerm === undefined || node === undefined) return;
      if (rpcTerm >= request.term) return;
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: [node],
        message: `${node}, in term ${request.term}, answered ${to} with ${kind} of term ${rpcTerm}`,
        evidence: [request, event],
      });
    };

    return {
      idle: { 'message.sent': 'fresh', 'message.received': 'fresh' },
      forgetsBy: ['node.started'],
      on: {
        'node.started': work.note,
        'message.received': work.note,
        'message.sent': (event) => {
          work.note(event);
          const { node, term, rpcTerm, kind } = event;
          if (node === undefined || term === undefined || rpcTerm === undefined) return;
          if (kind === 'PreVote' || kind === 'PreVoteResponse' || kind === 'Other') return;
          judged = true;
          if (rpcTerm < term) judgeAnswer(event);
          if (rpcTerm <= term) return;
          const before = context.cluster.servers.get(node)?.roleEvent;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message: `${node}, in term ${term}, sent ${kind} of term ${rpcTerm} to ${event.to}`,
            evidence: before === undefined || before === event ? [event] : [before, event],
          });
        },
      },
      end: () => (judged ? enough : missing('messages sent, with both terms')),
    };
  },
};
