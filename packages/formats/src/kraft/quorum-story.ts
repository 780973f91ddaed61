import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { type QuorumState, readQuorumState } from './quorum-state.ts';

/** Follows the controllers and brokers of one file. */
export interface QuorumStory {
  /** `words` follow `Completed transition to `; undefined where they are no two whole states. */
  tell(node: string, words: string): readonly BareEvent[] | undefined;
}

const between = ') from ';
/** What loggers put at the end of a line: the class, its line, and the thread. */
const source = String.raw` \([\w.$]{1,200}(?::\d{1,7})?\)`;
const thread = String.raw`(?: \[[\w.#-]{1,200}\])?`;
const ending = new RegExp(`^(?:null|.{0,9000}\\))(?:${source})?${thread}$`);
/** Up to 3.2 a line does not say what was before. Without the class it may be one that is cut. */
const alone = new RegExp(`^(\\w{1,40}\\(.{0,9000}\\))${source}${thread}$`);

/** Begins with nobody known. */
export function createQuorumStory(census: CensusTaker): QuorumStory {
  const lives = new Map<string, number>();
  const states = new Map<string, QuorumState>();
  const tellAlone = (node: string, words: string): readonly BareEvent[] | undefined => {
    const to = readQuorumState(alone.exec(words)?.[1] ?? '', node);
    if (to?.epoch === undefined) return undefined;
    const from = states.get(node) ?? nothing;
    states.set(node, to);
    census.speaks(node);
    for (const voter of to.voters) census.belongs(voter);
    return moved({ node, inc: 1, term: to.epoch, role: to.role }, from, to);
  };
  return {
    tell(node, words) {
      const at = words.indexOf(between);
      if (at < 0) return tellAlone(node, words);
      const to = readQuorumState(words.slice(0, at + 1), node);
      const rest = words.slice(at + between.length);
      if (to?.epoch === undefined || !ending.test(rest)) return undefined;
      const fresh = /^null(?: \(|$)/.test(rest);
      const from = fresh ? undefined : readQuorumState(rest, node);
      if (!fresh && from === undefined) return undefined;
      census.speaks(node);
      for (const voter of to.voters) census.belongs(voter);
      if (from === undefined) lives.set(node, (lives.get(node) ?? 0) + 1);
      const inc = Math.max(1, lives.get(node) ?? 1);
      const me = { node, inc, term: to.epoch, role: to.role };
      return from === undefined ? [started(me, to)] : moved(me, from, to);
    },
  };
}

/** Before the first line of a server that does not say it. */
const nothing: Partial<QuorumState> = {};

type Self = Pick<BareEvent, 'inc'> & {
  readonly node: string;
  readonly term: number;
  readonly role: QuorumState['role'];
};

function started(me: Self, { votedFor, voters }: QuorumState): BareEvent {
  const found = { votedFor, voters: voters.length === 0 ? undefined : voters };
  return { event: 'node.started', ...me, ...known(found) };
}

function moved(me: Self, from: Partial<QuorumState>, to: QuorumState): readonly BareEvent[] {
  const events: BareEvent[] = [];
  const raised = from.epoch !== undefined && me.term > from.epoch;
  if (raised && to.role !== 'leader') {
    events.push({ event: 'term.changed', ...me, ...known({ from: from.epoch }), to: me.term });
  }
  if (from.role !== to.role || to.name === 'Candidate') {
    const cause = to.role === 'leader' ? 'won-election' : undefined;
    events.push({
      event: 'role.changed',
      ...me,
      ...known({ from: from.role }),
      to: to.role,
      ...known({ cause }),
    });
  }
  if (to.name === 'Candidate') {
    events.push({ event: 'vote.granted', ...me, candidate: me.node });
    events.push({ event: 'election.started', ...me });
  }
  const votes = to.votedFor !== undefined && to.role === 'follower';
  if (votes && (raised || from.votedFor !== to.votedFor)) {
    events.push({ event: 'vote.granted', ...me, candidate: to.votedFor });
  }
  const follows = to.leader !== undefined && to.name === 'Follower';
  if (follows && (raised || from.leader !== to.leader)) {
    events.push({ event: 'leader.recognized', ...me, leader: to.leader });
  }
  return events;
}
