import { type Role, roles } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { ServerLine } from '../mit-tester/lab-reader.ts';

/** The id is whatever stands before the first colon that a space follows. */
const speaker = /^([^\s:]{1,64}(?::[^\s:]{1,64}){0,8}): /;
const termAtEnd = / \(term: (\d{1,20})\)$/;
const cutTermAtEnd = / \(term: ?\d{0,20}$/;
const oldStatus = /\bold (?:status|state|role): ([\w-]{1,20})/;

const timedOut = /^election time(?:r expired|d out)\b/i;
const won = /^election (?:succeeded|won)\b/i;
const standsAgain: readonly RegExp[] = [/\b(?:staying|remaining|still) an? candidate\b/i];
const stands: readonly RegExp[] = [
  /\bI'm an? candidate now\b/i,
  /\b(?:becoming|became|converting to) (?:an? )?candidate\b/i,
];
/** Only of itself: that another server leads is said in much the same words. */
const wins: readonly RegExp[] = [
  /\bI'm (?:a|the) leader now\b/i,
  /(?:^|[;,.] )(?:becoming|became|converting to) (?:an? |the )?leader\b/i,
];
const noLongerLeads = /\bno longer (?:a |the )?leader\b/i;
const yields: readonly RegExp[] = [
  /\bstepp(?:ing|ed) down\b/i,
  noLongerLeads,
  /\bI'm a follower now\b/i,
  /\b(?:becoming|became|converting to|reverting to|back to) (?:a )?follower\b/i,
];
/** Said right before one of the words above, it turns the meaning round, */
const denied = /(?:\bnot|\bnever|\bwithout|n't)(?: be)? $/i;
/** or says it of another server. */
const ofAnother =
  /\d (?:is|was|has) $|\b(?:server|node|peer|leader|candidate) \S{0,30}\d(?: is| was| has)? $/i;
/** The longest of what {@link denied} and {@link ofAnother} look for. */
const contextLength = 60;

const higherTerm = /\b(?:higher|newer|larger|greater) term\b/i;
const quorumLost = /\b(?:majority|quorum|partition(?:ed|s)?|disconnected)\b/i;

/**
 * Understands what a server says after its time stamp: `3: Election succeeded; I'm a leader now
 * (term: 1)`. Undefined for words that tell of no timer and no role.
 *
 * Only a term that the line itself states goes into its events. An expired timer has none: the
 * line is written when the server has moved on, and does not say from which term.
 */
export function readServerLine(text: string): ServerLine | undefined {
  const [head, node] = speaker.exec(text) ?? [];
  if (head === undefined || node === undefined) return undefined;
  if (cutTermAtEnd.test(text)) return { kind: 'broken', why: 'term cut short' };
  const digits = termAtEnd.exec(text)?.[1];
  const term = digits === undefined ? undefined : Number(digits);
  if (term !== undefined && !Number.isSafeInteger(term)) {
    return { kind: 'broken', why: 'term is not an exact number' };
  }
  const events = readWords(text.slice(head.length), node, term);
  return events === undefined ? undefined : { kind: 'events', events };
}

function readWords(
  words: string,
  node: string,
  term: number | undefined,
): readonly BareEvent[] | undefined {
  const self = term === undefined ? { node } : { node, term };
  const from = roles.find((role) => role === oldStatus.exec(words)?.[1]);
  if (timedOut.test(words)) return timeOut(words, self, from);
  if (says(words, wins)) return [win(words, self, from)];
  if (says(words, yields)) return [stepDown(words, self, from)];
  if (says(words, stands)) return [become(self, { from, to: 'candidate' })];
  return undefined;
}

interface Self {
  readonly node: string;
  readonly term?: number;
}

function timeOut(words: string, self: Self, from: Role | undefined): readonly BareEvent[] {
  const { node } = self;
  const again = says(words, standsAgain);
  const before = again ? 'candidate' : from;
  const expired = { event: 'timer.expired', node, timer: 'election' } as const;
  const events: BareEvent[] = [before === undefined ? expired : { ...expired, role: before }];
  if (!again && !says(words, stands)) return events;
  if (before !== 'candidate') {
    events.push(become(self, { from: before, to: 'candidate', cause: 'election-timeout' }));
  }
  events.push({ event: 'election.started', ...self, role: 'candidate' });
  return events;
}

function win(words: string, self: Self, from: Role | undefined): BareEvent {
  const before = won.test(words) ? 'candidate' : from;
  return become(self, { from: before, to: 'leader', cause: 'won-election' });
}

function stepDown(words: string, self: Self, from: Role | undefined): BareEvent {
  const before = noLongerLeads.test(words) ? 'leader' : from;
  return become(self, { from: before, to: 'follower', cause: causeOfStepDown(words) });
}

function causeOfStepDown(words: string): string | undefined {
  if (higherTerm.test(words)) return 'higher-term';
  return quorumLost.test(words) ? 'quorum-lost' : undefined;
}

interface Change {
  readonly from: Role | undefined;
  readonly to: Role;
  readonly cause?: string | undefined;
}

/** The event of a new role, without the members that are not known. */
function become(self: Self, { from, to, cause }: Change): BareEvent {
  return {
    event: 'role.changed',
    ...self,
    role: to,
    ...(from === undefined ? {} : { from }),
    to,
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Whether the words say so, of the server itself. */
function says(words: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => {
    const match = pattern.exec(words);
    if (match === null) return false;
    const before = words.slice(Math.max(0, match.index - contextLength), match.index);
    return !denied.test(before) && !ofAnother.test(before);
  });
}
