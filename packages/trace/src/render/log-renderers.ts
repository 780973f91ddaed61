import type { EventOf } from '../trace-event.ts';
import {
  at,
  cause,
  count,
  name,
  names,
  type Renderers,
  remark,
  sentence,
  told,
} from './notation.ts';

/** The log on its way from a proposal to the state machine. */
export const logRenderers: Renderers<
  | `entry.${'proposed' | 'applied'}`
  | `append.${'accepted' | 'rejected'}`
  | `log.${'appended' | 'truncated'}`
  | 'state.persisted'
  | 'progress.updated'
  | 'commit.advanced'
  | 'command.executed'
> = {
  'entry.proposed': (event) => `proposes ${entry(event)}`,
  'entry.applied': (event) =>
    sentence(
      `applies ${entry(event)}`,
      remark(sentence(told('client', event.client, name), told('request', event.clientSeq))),
    ),
  'command.executed': ({ index, client, clientSeq }) =>
    `executes request ${clientSeq} of client ${name(client)} (entry ${index})`,
  'append.accepted': (event) =>
    sentence(`accepts ${offered(event)}`, remark(told('log up to', event.lastNewIndex))),
  'append.rejected': (event) =>
    sentence(
      `rejects ${offered(event)}`,
      remark(
        cause(event.cause),
        told('retry at', event.conflictIndex, (index) => at(index, event.conflictTerm)),
      ),
    ),
  'log.appended': (event) => `appends ${appended(event)}`,
  'log.truncated': ({ fromIndex, lastIndex }) =>
    `deletes ${lastIndex === fromIndex ? fromIndex : `${fromIndex}..${lastIndex ?? ''}`}`,
  'state.persisted': (event) =>
    sentence(
      'persists',
      remark(
        told('term', event.currentTerm),
        `vote ${event.votedFor === undefined ? 'none' : name(event.votedFor)}`,
        told('log', event.lastLogIndex),
      ),
    ),
  'progress.updated': (event) =>
    sentence(
      `progress of ${name(event.peer)}`,
      told('match', event.matchIndex),
      told('next', event.nextIndex),
      remark(cause(event.cause)),
    ),
  'commit.advanced': (event) =>
    sentence(
      `commit ${event.from ?? '?'} ⇒ ${at(event.to, event.entryTerm)}`,
      told('held by', event.acks, names),
    ),
};

/** `7@2 #5ca1ab1e`: where an entry stands, and its command. */
function entry(event: EventOf<'entry.proposed'> | EventOf<'entry.applied'>): string {
  const command = event.hash === undefined ? undefined : `#${name(event.hash)}`;
  return sentence(at(event.index, event.entryTerm), command);
}

function offered(event: EventOf<'append.accepted'> | EventOf<'append.rejected'>): string {
  const { entries, prevLogIndex, prevLogTerm, leader } = event;
  return sentence(
    entries === undefined ? 'entries' : count(entries, 'entry', 'entries'),
    told('after', prevLogIndex, (index) => at(index, prevLogTerm)),
    told('from', leader, name),
  );
}

function appended({ entries, firstIndex }: EventOf<'log.appended'>): string {
  const start = at(firstIndex, entries.at(0)?.term);
  const lastIndex = firstIndex + entries.length - 1;
  if (entries.length === 0) return `nothing at ${start}`;
  return entries.length === 1 ? start : `${start}..${at(lastIndex, entries.at(-1)?.term)}`;
}
