import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { answerKinds, requestsAtWorkOf } from '../follow/request-at-work.ts';
import type { Rule } from '../rule.ts';

type Received = EventOf<'message.received'>;
type Deed = EventOf<
  | 'vote.granted'
  | 'append.accepted'
  | 'snapshot.installed'
  | 'leader.recognized'
  | 'log.appended'
  | 'log.truncated'
>;

/**
 * A request of an older term is refused (Raft §5.1): it gets no vote, adds and deletes nothing,
 * makes nobody leader, and restarts no election timer.
 *
 * Judged by what a server does between the receipt of such a request and its answer, where no line
 * is missing and no other request waits.
 *
 * Smallest counter-example: n1, in term 4, receives AppendEntries of term 3; n1 appends its
 * entries.
 */
export const oldTermRpcAccepted: Rule = {
  id: 'old-term-rpc-accepted',
  code: 'R2',
  title: 'A request of an older term changes nothing',
  statement:
    'A server that receives a request with a term below its own rejects it, ' +
    'changes nothing for it, and lets its election timer run.',
  why:
    'Whoever sent it is no leader or candidate any more; ' +
    'following it undoes what its successor did, or keeps a dead leader alive.',
  example: ['n1, in term 4, receives AppendEntries of term 3', 'n1 appends its entries'],
  source: 'Raft §5.1, Figure 2 (AppendEntries 1, RequestVote 1), Figure 13',
  severity: 'violation',
  needs: [
    { event: 'message.received', fields: ['seq', 'term', 'rpcTerm'] },
    { event: 'message.sent' },
    { event: 'leader.recognized' },
    { event: 'timer.started', fields: ['seq'] },
  ],
  create(context) {
    const work = requestsAtWorkOf(context.cluster);
    let judged = false;
    /** The request that came last was of an older term: what timers do is of interest. */
    let attentive = false;

    /** The request of an older term that `node` is at work on. */
    const stale = (node: string | undefined): Received | undefined => {
      if (node === undefined) return undefined;
      const request = work.of(node);
      if (request?.rpcTerm === undefined || request.term === undefined) return undefined;
      if (request.kind === 'PreVote' || request.rpcTerm >= request.term) return undefined;
      return request;
    };

    const accuse = (request: Received, event: TraceEvent, deed: string): void =>
      context.report({
        verdict: 'violated',
        term: request.term,
        nodes: event.node === undefined ? [] : [event.node],
        message:
          `${event.node}, in term ${request.term}, received ${request.kind} of term ` +
          `${request.rpcTerm} from ${request.from} and ${deed}`,
        evidence: [request, event],
      });

    const judge = (event: Deed): void => {
      const request = stale(event.node);
      if (request === undefined) return;
      const deed = deedOf(event, request.from);
      if (deed !== undefined) accuse(request, event, deed);
    };

    return {
      idle: {
        'message.sent': 'fresh',
        'message.received': 'fresh',
        'append.accepted': 'fresh',
        // Of interest only right after a request of an older term.
        'timer.started': 'none',
      },
      kinds: { 'message.sent': answerKinds },
      on: {
        'node.started': work.note,
        'message.sent': work.note,
        'message.received': (event) => {
          work.note(event);
          const { term, rpcTerm } = event;
          const isOld = term !== undefined && rpcTerm !== undefined && rpcTerm < term;
          if (isOld) judged = true;
          if (isOld !== attentive) context.attend('timer.started', isOld ? 'all' : 'none');
          attentive = isOld;
        },
        'vote.granted': judge,
        'append.accepted': judge,
        'snapshot.installed': judge,
        'leader.recognized': judge,
        'log.appended': judge,
        'log.truncated': judge,
        'timer.started': (event) => {
          if (event.timer !== 'election') return;
          const request = stale(event.node);
          // Another thread may have its own reason for a timer, except right after the receipt.
          if (request?.seq === undefined || event.seq !== request.seq + 1) return;
          accuse(request, event, 'restarted its election timer');
        },
      },
      end: () => (judged ? enough : missing('requests of an older term, with seq and both terms')),
    };
  },
};

/** What the line says was done for the request; undefined where it speaks of something else. */
function deedOf(event: Deed, from: string): string | undefined {
  switch (event.event) {
    case 'vote.granted':
      return event.candidate === from && event.preVote !== true ? 'voted for it' : undefined;
    case 'append.accepted':
      return event.leader === undefined || event.leader === from ? 'accepted it' : undefined;
    case 'snapshot.installed':
      return `installed a snapshot through index ${event.index}`;
    case 'leader.recognized':
      return event.leader === from ? `took ${from} for the leader` : undefined;
    case 'log.appended':
      return event.role === 'leader' ? undefined : `appended from index ${event.firstIndex} on`;
    case 'log.truncated':
      return `deleted entries from index ${event.fromIndex} on`;
  }
}
