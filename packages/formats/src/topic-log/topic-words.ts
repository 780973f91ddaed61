import type { BareEvent } from '../bare-event.ts';
import { known } from '../known.ts';
import { raftNumber } from '../raft-number.ts';

const anyTerm = /\b(?:T(?:: ?)?|[Tt]erms? ?(?:is |[:=] ?)?)(\d{1,15})\b/g;
const denied = /\b(?:not|no|never|reject\w{0,3}|den(?:y|ies|ied|ying)|refus\w{0,3}|fail\w{0,3})\b/i;
const becomes =
  '(?:becom(?:es?|ing)|became|(?:convert|revert)(?:s|ed|ing)? to|' +
  'turn(?:s|ed|ing)? (?:to|into)|entering|(?:is |am )?now)';
const wins = new RegExp(String.raw`\b${becomes} (?:an? |the )?(?:new )?leader\b`, 'i');
const stands = new RegExp(String.raw`\b${becomes} (?:an? )?(?:new )?candidate\b`, 'i');
const yields = new RegExp(
  String.raw`\bstep(?:s|ped|ping) down\b|\b${becomes} (?:an? )?follower\b`,
  'i',
);
const ends = '(?:elapsed|elapses|expired|expires|fired|fires)';
const expires = new RegExp(
  String.raw`\b(?:timer|timeout) (?:has )?${ends}\b|\b(?:election|timer) (?:has )?timed out\b`,
  'i',
);
/** The term stands right behind the vote: what is meant is the term of the vote. */
const votes = new RegExp(
  String.raw`^(?:grant(?:s|ed|ing)?(?: (?:its |a |the )?vote)?(?: to| for)?|` +
    String.raw`vot(?:es|ed|ing|e)(?: for| to)?|>-VOTE->) S(\d{1,3})\b` +
    String.raw`(?:,? (?:at|in|for|of) (?:T:?|[Tt]erm[ :=]{0,2})(\d{1,15})\b)?`,
  'i',
);
const counts = /^<-{1,2} ?S(\d{1,3}):? (?:got|received?|gets) (?:a )?vote\b(?! req)/i;
const refuses = new RegExp(
  String.raw`^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?) (?:a |the )?votes? ` +
    String.raw`(?:to|for|from) S(\d{1,3})\b`,
  'i',
);
const commits = /^(?:leader |follower )?commit ?index:? (\d{1,15}) ?(?:->|=>|to) ?(\d{1,15})\b/i;

/**
 * What a student's line proves, behind the number of its server; undefined where it proves nothing.
 *
 * The words are free: a term is believed of a leader where the line names one and no other, and of
 * a vote where it stands right behind it. Of a candidate it is not, as many print the term before
 * they raise it.
 */
export function tellTopicWords(node: string, text: string): readonly BareEvent[] | undefined {
  const words = text.replace(/^[\s:,;.-]{1,10}/, '');
  const log = tellVote(node, words) ?? tellCommit(node, words);
  if (log !== undefined) return log;
  // Whom else a line names may be the one it speaks of.
  if (/\bS\d/.test(words) || denied.test(words)) return undefined;
  if (wins.test(words)) {
    const me = { node, ...known({ term: onlyTerm(words) }), role: 'leader' } as const;
    return [{ event: 'role.changed', ...me, to: 'leader', cause: 'won-election' }];
  }
  if (yields.test(words)) {
    return [{ event: 'role.changed', node, role: 'follower', to: 'follower' }];
  }
  const events: BareEvent[] = [];
  if (expires.test(words)) events.push({ event: 'timer.expired', node, timer: 'election' });
  if (stands.test(words)) {
    events.push({ event: 'role.changed', node, role: 'candidate', to: 'candidate' });
  }
  return events.length === 0 ? undefined : events;
}

function tellVote(node: string, words: string): readonly BareEvent[] | undefined {
  const [, candidate, digits] = votes.exec(words) ?? [];
  if (candidate !== undefined) {
    const term = raftNumber(digits);
    return [{ event: 'vote.granted', node, ...known({ term }), candidate: `S${candidate}` }];
  }
  const from = counts.exec(words)?.[1];
  if (from !== undefined)
    return [{ event: 'vote.received', node, from: `S${from}`, granted: true }];
  const refused = refuses.exec(words)?.[1];
  if (refused === undefined) return undefined;
  return [{ event: 'vote.denied', node, candidate: `S${refused}` }];
}

function tellCommit(node: string, words: string): readonly BareEvent[] | undefined {
  const match = commits.exec(words);
  const from = raftNumber(match?.[1]);
  const to = raftNumber(match?.[2]);
  if (from === undefined || to === undefined || to <= from) return undefined;
  return [{ event: 'commit.advanced', node, from, to }];
}

/** Undefined where the line names no term, or several. */
function onlyTerm(words: string): number | undefined {
  const terms = new Set([...words.matchAll(anyTerm)].map(([, digits]) => raftNumber(digits)));
  const [term] = terms;
  return terms.size === 1 ? term : undefined;
}
