import type { EventOf } from '../trace-event.ts';
import { at, cause, name, names, type Renderers, remark, sentence, told } from './notation.ts';

/** Elections and votes, and leadership that is handed over. */
export const electionRenderers: Renderers<
  | 'election.started'
  | `vote.${'granted' | 'denied' | 'received'}`
  | `transfer.${'started' | 'finished'}`
> = {
  'election.started': (event) =>
    sentence(
      'asks',
      event.voters === undefined ? undefined : names(event.voters),
      `for ${prefix(event)}votes`,
      remark(told('log', event.lastLogIndex, (index) => at(index, event.lastLogTerm))),
    ),
  'vote.granted': (event) =>
    sentence(`${prefix(event)}votes for ${name(event.candidate)}`, remark(...logs(event))),
  'vote.denied': (event) =>
    sentence(
      `denies ${name(event.candidate)} a ${prefix(event)}vote`,
      remark(cause(event.cause), ...logs(event)),
    ),
  'vote.received': (event) =>
    sentence(
      `counts a ${prefix(event)}vote ${event.granted ? '' : 'denied '}by ${name(event.from)}`,
      // Votes of another term than the present one are the trace of a famous bug: say so.
      event.rpcTerm === event.term ? undefined : told('asked in term', event.rpcTerm),
      remark(sentence(told('has', event.votes), told('of', event.needed))),
    ),
  'transfer.started': (event) =>
    sentence(`hands leadership to ${name(event.target)}`, remark(cause(event.cause))),
  'transfer.finished': (event) =>
    sentence(`ends the transfer to ${name(event.target)}`, remark(cause(event.cause))),
};

function prefix(event: { readonly preVote?: boolean | undefined }): string {
  return event.preVote === true ? 'pre-' : '';
}

/** Both logs, which decide whether the vote may be given (Raft §5.4.1). */
function logs(
  event: EventOf<'vote.granted'> | EventOf<'vote.denied'>,
): readonly (string | undefined)[] {
  return [
    told('its log', event.candidateLastLogIndex, (index) => at(index, event.candidateLastLogTerm)),
    told('own', event.lastLogIndex, (index) => at(index, event.lastLogTerm)),
  ];
}
