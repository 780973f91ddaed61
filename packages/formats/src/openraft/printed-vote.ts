import { raftNumber } from '../raft-number.ts';

/**
 * A vote as openraft prints it: whom a server voted for in which term, and whether a quorum did.
 * `T3-N2:committed` and `3-Some(2):committed` up to version 0.9, `<T3-N2:Q>` from 0.10 on.
 */
export interface PrintedVote {
  readonly term: number;
  readonly candidate: string;
  /** A quorum has granted it: the candidate is the leader. */
  readonly committed: boolean;
  /** How it is printed tells that a term has one leader at most; undefined where it does not. */
  readonly single: boolean | undefined;
}

/** Within a larger pattern: four groups. */
export const votePattern: string =
  String.raw`<?(?:T(\d{1,20})-N|(\d{1,20})-Some\()([\w.-]{1,64}?)\)?` +
  ':(committed|uncommitted|Q|-)>?';

/** What the four groups of {@link votePattern} matched, from `first` on. */
export function voteOf(
  match: readonly (string | undefined)[],
  first: number,
): PrintedVote | undefined {
  const [advanced, standard, candidate, state] = match.slice(first, first + 4);
  const term = raftNumber(advanced ?? standard);
  if (term === undefined || candidate === undefined) return undefined;
  return {
    term,
    candidate,
    committed: state === 'committed' || state === 'Q',
    single: singleOf(standard, state),
  };
}

/** From 0.10 on both modes print a vote alike. */
function singleOf(standard: string | undefined, state: string | undefined): boolean | undefined {
  if (standard !== undefined) return true;
  return state === 'Q' || state === '-' ? undefined : false;
}

/** The id of an entry: `T3-N2.42` and `T3-N2-42` name a leader, `3.42` and `3-42` a term alone. */
const entryId = new RegExp(
  String.raw`\b(?:last_log(?:_id)?|my_last_log_id|last-log-id)[:=] ?(?:Some\()?` +
    String.raw`(?:(T\d{1,20}-N)|\d{1,20}[.-]\d)`,
);

/** Whether the line tells that a term has one leader at most; undefined where it does not. */
export function isSingleBy(words: string): boolean | undefined {
  const match = entryId.exec(words);
  return match === null ? undefined : match[1] === undefined;
}
