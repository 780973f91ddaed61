import type { TraceEvent } from '@raftlens/trace';

/** A name for what an event may be the cause of on another server; undefined for most events. */
export function nameOfCause(event: TraceEvent): string | undefined {
  const { node, term } = event;
  if (event.event === 'message.sent') {
    return event.id === undefined ? undefined : messageName(event, event.id);
  }
  if (node === undefined || term === undefined) return undefined;
  if (event.event === 'role.changed') {
    if (event.to === 'candidate') return named(event, `${node} campaigns in ${term}`);
    return event.to === 'leader' ? named(event, `${node} leads ${term}`) : undefined;
  }
  if (event.event !== 'vote.granted' || event.preVote === true) return undefined;
  return named(event, `${node} votes for ${event.candidate} in ${term}`);
}

/** The name of what must have been before `event`, on another server; undefined for most events. */
export function causeOf(event: TraceEvent): string | undefined {
  const { node, term } = event;
  // Without a term nothing is known by that name, and to read ahead for it would find nothing.
  switch (event.event) {
    case 'vote.granted':
      if (term === undefined || event.preVote === true || event.candidate === node) {
        return undefined;
      }
      return named(event, `${event.candidate} campaigns in ${term}`);
    case 'vote.denied':
      if (term === undefined || event.preVote === true || event.candidate === node) {
        return undefined;
      }
      return named(event, `${event.candidate} campaigns in ${term}`);
    case 'message.received':
      if (event.id !== undefined) return messageName(event, event.id);
      if (event.kind === 'RequestVote') {
        return named(event, `${event.from} campaigns in ${event.rpcTerm}`);
      }
      if (event.kind !== 'AppendEntries') return undefined;
      return named(event, `${event.from} leads ${event.rpcTerm}`);
    case 'vote.received':
      if (event.preVote === true || !event.granted || event.from === node) return undefined;
      return named(event, `${event.from} votes for ${node} in ${event.rpcTerm ?? term}`);
    case 'leader.recognized':
      if (term === undefined || event.leader === node) return undefined;
      return named(event, `${event.leader} leads ${term}`);
    default:
      return undefined;
  }
}

function named({ group, run }: TraceEvent, what: string): string {
  return `${what} ${group ?? ''} ${run ?? ''}`;
}

/** A message by its id, which is unique in a trace; mostly there is but one in a log. */
function messageName({ group, run }: TraceEvent, id: string): string {
  return group === undefined && run === undefined ? id : `${id} ${group ?? ''} ${run ?? ''}`;
}

/** The server that wrote the line which {@link causeOf} names. */
export function authorOfCause(event: TraceEvent): string | undefined {
  switch (event.event) {
    case 'vote.granted':
    case 'vote.denied':
      return event.candidate;
    case 'message.received':
    case 'vote.received':
      return event.from;
    case 'leader.recognized':
      return event.leader;
    default:
      return undefined;
  }
}
