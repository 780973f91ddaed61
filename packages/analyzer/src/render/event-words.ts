import { type EventOf, renderEvent, type TraceEvent } from '@raftlens/trace';
import type { Tone } from './paint.ts';

type MessageEvent = EventOf<
  'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'
>;

/**
 * The events of one line in few words, for a column that already says which server it is and when.
 * Text of the log is in it as it is: escape it before it is shown.
 */
export function eventWords(events: readonly TraceEvent[]): string {
  // To campaign implies the rest of what a line such as "timer expired; becoming a candidate" says.
  const campaigns = events.some(({ event }) => event === 'election.started');
  const telling = campaigns ? events.filter((event) => !isPartOfCampaign(event)) : events;
  return telling.map(wordsOf).join('; ');
}

function isPartOfCampaign(event: TraceEvent): boolean {
  if (event.event === 'role.changed') return event.to === 'candidate';
  return event.event === 'timer.expired' && event.timer === 'election';
}

function wordsOf(event: TraceEvent): string {
  switch (event.event) {
    case 'role.changed':
      return inTerm(event.to, event);
    case 'election.started':
      return inTerm(event.preVote === true ? 'asks for pre-votes' : 'campaigns', event);
    case 'vote.granted':
      return inTerm(`votes for ${event.candidate}`, event);
    case 'vote.denied':
      return inTerm(`refuses ${event.candidate}`, event);
    case 'vote.received':
      return `${event.from}: ${event.granted ? 'yes' : 'no'}`;
    case 'leader.recognized':
      return inTerm(`follows ${event.leader}`, event);
    case 'term.changed':
      return `term ${event.to}`;
    case 'timer.started':
      return `${event.timer} timer set`;
    case 'timer.expired':
      return `${event.timer} timer fires`;
    case 'commit.advanced':
      return `commits ${event.to}`;
    case 'entry.applied':
      return `applies ${event.index}`;
    case 'message.sent':
    case 'message.received':
    case 'message.dropped':
    case 'message.duplicated':
      return messageWords(event);
    default:
      if (event.node === undefined) return harnessWords(event);
      return renderEvent({ ...event, node: undefined, group: undefined });
  }
}

function inTerm(words: string, { term }: TraceEvent): string {
  return term === undefined ? words : `${words}, term ${term}`;
}

function messageWords(event: MessageEvent): string {
  if (event.event === 'message.sent') return `→ ${event.to} ${event.kind}`;
  if (event.event === 'message.received') return `← ${event.from} ${event.kind}`;
  const fate = event.event === 'message.dropped' ? 'lost' : 'twice';
  return `${event.from} → ${event.to} ${event.kind}: ${fate}`;
}

/** What the harness says, in its own words where it has some. */
function harnessWords(event: TraceEvent): string {
  switch (event.event) {
    case 'test.started':
      return `test ${event.test}`;
    case 'test.passed':
    case 'test.failed':
      return `test ${event.test} ${event.event.slice(5)}${suffix(event.message)}`;
    case 'test.observed':
      return `test saw ${event.message ?? event.fact}`;
    case 'fault.injected':
    case 'fault.cleared': {
      const what = event.event === 'fault.injected' ? event.fault : `end of ${event.fault}`;
      return what + suffix(event.nodes?.join(', '));
    }
    default:
      return renderEvent(event);
  }
}

function suffix(words: string | undefined): string {
  return words === undefined || words === '' ? '' : `: ${words}`;
}

/** How much an event calls for attention. */
export function eventTone(event: TraceEvent): Tone | undefined {
  if (event.event === 'role.changed') {
    if (event.to === 'leader') return 'leader';
    return event.to === 'follower' ? undefined : 'candidate';
  }
  if (event.event === 'test.failed' || event.event === 'node.crashed') return 'bad';
  if (event.event.startsWith('fault.') || event.event === 'test.observed') return 'warning';
  if (event.event.startsWith('message.') || event.event.startsWith('timer.')) return 'quiet';
  return event.event.startsWith('test.') ? 'strong' : undefined;
}
