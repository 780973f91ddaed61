import type { RequestVote, RequestVoteResponse, Server } from '@raftlens/core';
import { lastIndexOf, lastTermOf } from './log-end.ts';
import type { Screen } from './screen.ts';

/** What one server told of votes, elections and leaders, through all of its lives. */
export class Ballot {
  readonly #screen: Screen;
  readonly #self: number;
  readonly #id: string;
  #voteTerm = 0;
  #votedFor: string | undefined = undefined;
  /** The leader that it recognized last. */
  #leaderTerm = 0;
  #leader: string | undefined = undefined;
  /** Its last election, and what its log ended in then. */
  #electionTerm = 0;
  #lastIndex = 0;
  #lastTerm = 0;

  constructor(screen: Screen, self: number, id: string) {
    this.#screen = screen;
    this.#self = self;
    this.#id = id;
  }

  begin(): void {
    this.#voteTerm = 0;
    this.#votedFor = undefined;
    this.#leaderTerm = 0;
    this.#leader = undefined;
    this.#electionTerm = 0;
    this.#lastIndex = 0;
    this.#lastTerm = 0;
  }

  /** Its vote of a term. */
  vote(term: number): string | undefined {
    return this.#voteTerm === term ? this.#votedFor : undefined;
  }

  leaderRecognized({ currentTerm }: Server, leader: string): void {
    if (this.#leaderTerm === currentTerm && this.#leader !== leader) {
      this.#screen.doubt('vote-cleared-only-by-term');
    }
    this.#leaderTerm = currentTerm;
    this.#leader = leader;
  }

  electionStarted({ currentTerm, log }: Server): void {
    const bound = this.#voteTerm === currentTerm || this.#leaderTerm === currentTerm;
    if (bound || this.#electionTerm === currentTerm) this.#screen.doubt('self-vote-first');
    this.#electionTerm = currentTerm;
    this.#lastIndex = lastIndexOf(log);
    this.#lastTerm = lastTermOf(log);
    this.#give(currentTerm, this.#self, this.#id);
  }

  granted({ currentTerm, log }: Server, request: RequestVote): void {
    const last = lastTermOf(log);
    const { lastLogTerm, lastLogIndex, from } = request;
    const behind = lastLogTerm < last || (lastLogTerm === last && lastLogIndex < lastIndexOf(log));
    if (behind) this.#screen.doubt('stale-candidate-vote');
    const candidate = this.#screen.serverCalled(from);
    if (candidate === undefined) this.#screen.doubt('double-vote');
    else this.#give(currentTerm, candidate.index, from);
  }

  received({ currentTerm }: Server, response: RequestVoteResponse): void {
    const { requestTerm, voteGranted, from } = response;
    if (!voteGranted) return;
    if (requestTerm < currentTerm) this.#screen.doubt('stale-reply-used');
    const voter = this.#screen.serverCalled(from);
    const alone =
      voter !== undefined && this.#screen.votes.count(requestTerm, voter.index, this.#self);
    if (!alone) this.#screen.doubt('double-vote');
  }

  /** It leads now, alone in this term, by a majority of votes that were told; no commit is lost. */
  lead({ currentTerm }: Server): void {
    const { votes, elections, majority } = this.#screen;
    if (!votes.lead(currentTerm, this.#self)) this.#screen.doubt('election-safety');
    if (votes.given(currentTerm, this.#self) < majority) this.#screen.doubt('minority-leader');
    const campaigned = this.#electionTerm === currentTerm;
    if (!elections.lead(currentTerm, this.#lastIndex, this.#lastTerm) || !campaigned) {
      this.#screen.doubt('leader-completeness');
    }
  }

  #give(term: number, candidate: number, id: string): void {
    if (term < this.#voteTerm) this.#screen.doubt('double-vote');
    else if (term === this.#voteTerm) {
      if (this.#votedFor !== id) this.#screen.doubt('double-vote');
    } else {
      this.#voteTerm = term;
      this.#votedFor = id;
      if (!this.#screen.votes.give(term, candidate)) this.#screen.doubt('double-vote');
    }
  }
}
