import type { BareEvent } from '../bare-event.ts';
import { known } from '../known.ts';
import { raftNumber } from '../raft-number.ts';
import {
  anyTerm,
  campaigns,
  commits,
  counts,
  doubt,
  expires,
  leads,
  notOwn,
  refuses,
  stands,
  standsIn,
  termBehind,
  votes,
  yields,
} from './claim-patterns.ts';
import type { Spoken } from './speaker.ts';

/** What a server's id is called in events. */
export type NameOf = (id: string) => string;

/**
 * What a student's line claims; undefined for words that claim nothing, or that leave a doubt.
 *
 * The words must begin with the claim, so that its subject is the server that the line begins with.
 * A term is believed of a leader where the line names no other, and of a vote where it stands right
 * behind it. Of a candidate or a follower it is not: many print the term before they change it.
 */
export function readClaim(
  { id, term, words, bare }: Spoken,
  nameOf: NameOf,
): readonly BareEvent[] | undefined {
  const node = nameOf(id);
  const vote = readVote(node, words, nameOf);
  // A number alone may count something else: `3 votes for 2`.
  if (bare && (vote ?? []).some((event) => event.term === undefined)) return undefined;
  if (vote !== undefined) return vote;
  if (doubt.test(words)) return undefined;
  if (some(leads, words)) {
    const own = ownTerm(words, term);
    if (bare && own === undefined) return undefined;
    const me = { node, ...known({ term: own }), role: 'leader' } as const;
    return [{ event: 'role.changed', ...me, to: 'leader', cause: 'won-election' }];
  }
  if (bare) return undefined;
  if (some(stands, words)) {
    return [{ event: 'role.changed', node, role: 'candidate', to: 'candidate' }];
  }
  if (some(yields, words))
    return [{ event: 'role.changed', node, role: 'follower', to: 'follower' }];
  if (some(expires, words)) return [{ event: 'timer.expired', node, timer: 'election' }];
  if (some(campaigns, words)) return [{ event: 'election.started', node }];
  return readCommit(node, words);
}

/** The term that a candidate says it stands for, where it cannot be the one before. */
export function standingTerm(words: string): number | undefined {
  const clause = /^[^,;]{0,200}/.exec(words)?.[0] ?? '';
  if (doubt.test(clause)) return undefined;
  return raftNumber(standsIn.map((each) => each.exec(words)?.[1]).find((term) => term));
}

function readVote(node: string, words: string, nameOf: NameOf): readonly BareEvent[] | undefined {
  const refused = refuses.exec(words)?.[1];
  if (refused !== undefined) return [{ event: 'vote.denied', node, candidate: nameOf(refused) }];
  if (doubt.test(words)) return undefined;
  const from = counts.exec(words)?.[1];
  if (from !== undefined)
    return [{ event: 'vote.received', node, from: nameOf(from), granted: true }];
  const match = votes.exec(words);
  const candidate = match?.[1];
  if (match === null || candidate === undefined) return undefined;
  const said = termBehind.exec(words.slice(match[0].length))?.[1];
  const term = said === undefined ? undefined : ownTerm(words, Number(said));
  return [{ event: 'vote.granted', node, ...known({ term }), candidate: nameOf(candidate) }];
}

function readCommit(node: string, words: string): readonly BareEvent[] | undefined {
  const match = commits.exec(words);
  const from = raftNumber(match?.[1]);
  const to = raftNumber(match?.[2]);
  if (from === undefined || to === undefined || to <= from) return undefined;
  return [{ event: 'commit.advanced', node, from, to }];
}

/** The only term that the line names, beside its name or in its words; undefined for several. */
export function ownTerm(words: string, beside: number | undefined): number | undefined {
  const terms = new Set(beside === undefined ? [] : [beside]);
  for (const match of words.matchAll(anyTerm)) {
    if (notOwn.test(words.slice(Math.max(0, match.index - 20), match.index))) continue;
    if (match[2] !== undefined) return undefined;
    terms.add(Number(match[1]));
  }
  const [term] = terms;
  return terms.size === 1 ? term : undefined;
}

function some(patterns: readonly RegExp[], words: string): boolean {
  return patterns.some((pattern) => pattern.test(words));
}
