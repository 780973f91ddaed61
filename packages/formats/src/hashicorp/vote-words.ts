import { raftNumber } from '../raft-number.ts';
import type { HclogEntry } from './hclog-entry.ts';
import { type RaftContext, type RaftWords, self } from './raft-words.ts';

/** Reads lines about votes, at the candidate and at the voter; undefined for other words. */
export function tellVote(context: RaftContext, entry: HclogEntry): RaftWords | undefined {
  const { message } = entry;
  if (message === 'vote granted') return tellGrant(context, entry, false);
  if (/^(?:pre-vote|preVote) granted$/.test(message)) {
    return tellGrant(context, entry, true);
  }
  if (message.startsWith('rejecting vote request') || message.startsWith('rejecting pre-vote')) {
    return tellDenial(context, entry);
  }
  if (message === 'election won') noteCandidate(context, raftNumber(entry.value('term')));
  if (message === 'voting for self') return tellOwnVote(context, entry);
  const folded =
    message === 'votes' ||
    message === 'calculated votes needed' ||
    message.startsWith('election won') ||
    message.startsWith('duplicate requestVote') ||
    /^pre-?vote/i.test(message);
  return folded ? [] : undefined;
}

/** The only vote that its voter tells. */
function tellOwnVote(context: RaftContext, entry: HclogEntry): RaftWords {
  const term = raftNumber(entry.value('term'));
  context.state.name ??= entry.value('id');
  const me = self(context);
  const candidate = context.book.idOf(entry.value('id') ?? me.node);
  // By another name than the candidate's own it would be another's.
  if (term === undefined || candidate !== me.node) return [];
  return [{ event: 'vote.granted', ...me, term, candidate }];
}

/** Only the candidate says that it got a vote; the voter never does. */
function tellGrant(context: RaftContext, entry: HclogEntry, preVote: boolean): RaftWords {
  const from = entry.value('from');
  const term = raftNumber(entry.value('term'));
  if (from === undefined || term === undefined) return [];
  const votes = raftNumber(entry.value('tally'));
  if (!preVote) noteCandidate(context, term);
  const { node, inc } = self(context);
  const event = 'vote.received';
  const granter = context.book.idOf(from);
  if (!preVote && votes !== undefined) {
    return [{ event, node, inc, from: granter, granted: true, rpcTerm: term, votes }];
  }
  return [
    {
      event,
      node,
      inc,
      from: granter,
      granted: true,
      ...(preVote ? { preVote } : {}),
      rpcTerm: term,
      ...(votes === undefined ? {} : { votes }),
    },
  ];
}

/** Only a candidate counts votes and wins, if the line that said so is there or not. */
function noteCandidate({ state }: RaftContext, term: number | undefined): void {
  if (term === undefined || term <= (state.term ?? -1)) return;
  state.term = term;
  state.role = 'candidate';
}

function tellDenial(context: RaftContext, entry: HclogEntry): RaftWords {
  const candidate = entry.value('candidate') ?? entry.value('from');
  if (candidate === undefined) return [];
  const { message } = entry;
  const { node, inc } = self(context);
  if (message === 'rejecting vote request since we have a leader') {
    const event = 'vote.denied';
    return [{ event, node, inc, candidate: context.book.idOf(candidate), cause: 'leader-alive' }];
  }
  const lastLogTerm = raftNumber(entry.value('last-term'));
  const candidateLastLogTerm = raftNumber(entry.value('last-candidate-term'));
  const lastLogIndex = raftNumber(entry.value('last-index'));
  const candidateLastLogIndex = raftNumber(entry.value('last-candidate-index'));
  return [
    {
      event: 'vote.denied',
      node,
      inc,
      candidate: context.book.idOf(candidate),
      ...(message.includes('pre-vote') ? { preVote: true } : {}),
      ...(candidateLastLogIndex === undefined ? {} : { candidateLastLogIndex }),
      ...(candidateLastLogTerm === undefined ? {} : { candidateLastLogTerm }),
      ...(lastLogIndex === undefined ? {} : { lastLogIndex }),
      ...(lastLogTerm === undefined ? {} : { lastLogTerm }),
      ...causeOf(message),
    },
  ];
}

function causeOf(message: string): { readonly cause?: string } {
  if (message.includes('we have a leader')) return { cause: 'leader-alive' };
  return message.includes('is greater') ? { cause: 'log-behind' } : {};
}
