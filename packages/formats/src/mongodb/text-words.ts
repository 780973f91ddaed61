import type { BareEvent } from '../bare-event.ts';
import { known } from '../known.ts';
import { raftNumber } from '../raft-number.ts';

const wins = /^election succeeded, assuming primary role(?: in term (\d{1,20}))?/;
const stands = new RegExp(
  '^(?:dry election run succeeded,|skipping dry run and) running for election' +
    String.raw`(?: in term (\d{1,20}))?`,
);
const moves = /^transition to ([A-Z0-9]{1,20})(?: from ([A-Z0-9]{1,20}))?$/;

/** Words that other lines tell again, or that no event could hold. */
const folded: readonly RegExp[] = [
  /^VoteRequester\(|^conducting a dry run election|^not (?:running|becoming)|^[Ss]tepping down/,
  /^can't see a majority|^Member \S{1,255} is now in state|^Starting an election due to/,
];

/** Understands what mongod before 4.4 says; `wasLeader` where 3.x does not say what it leaves. */
export function tellText(
  node: string,
  message: string,
  wasLeader: boolean,
): readonly BareEvent[] | undefined {
  const won = wins.exec(message);
  if (won !== null) {
    const me = { node, ...known({ term: raftNumber(won[1]) }), role: 'leader' } as const;
    return [{ event: 'role.changed', ...me, to: 'leader', cause: 'won-election' }];
  }
  if (message.startsWith("Starting an election, since we've seen no PRIMARY")) {
    return [{ event: 'timer.expired', node, timer: 'election' }];
  }
  const standing = stands.exec(message);
  if (standing !== null) {
    const me = { node, ...known({ term: raftNumber(standing[1]) }), role: 'candidate' } as const;
    return [{ event: 'election.started', ...me }];
  }
  const [, to, from] = moves.exec(message) ?? [];
  if (to !== undefined) {
    // That it is PRIMARY now, the line of the election says better.
    if (to === 'PRIMARY' || (from === undefined ? !wasLeader : from !== 'PRIMARY')) return [];
    return [{ event: 'role.changed', node, role: 'follower', from: 'leader', to: 'follower' }];
  }
  return folded.some((pattern) => pattern.test(message)) ? [] : undefined;
}
