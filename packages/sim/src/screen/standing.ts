import type { Server } from '@raftlens/core';
import type { Role } from '@raftlens/trace';
import type { Doubts } from './doubts.ts';

/**
 * Term and role of a server as it told them last. Neither moves without being told, and what a
 * newer term in a message demands is done at once.
 */
export class Standing {
  term = 0;
  /** Undefined while it is down, and where only a change of term, or of role, may come next. */
  role: Role | undefined = undefined;
  /** The newer term that a message brought, until it is adopted; 0 for none. */
  #owed = 0;
  /** It adopted a newer term, and has to say that it is a follower now. */
  #yields = false;
  readonly #doubts: Doubts;

  constructor(doubts: Doubts) {
    this.#doubts = doubts;
  }

  begin(): void {
    this.term = 0;
    this.role = undefined;
    this.#owed = 0;
    this.#yields = false;
  }

  /** A restart knows the term that was told last, as each step was saved when it was made. */
  started({ currentTerm, role }: Server): void {
    if (this.#owed !== 0 || this.#yields || currentTerm !== this.term) {
      this.#doubts.doubt('amnesia');
    }
    if (role !== 'follower') this.#doubts.doubt('legal-role-edges');
    this.role = role;
  }

  /** It tells something else than a move of term or role: it is what it told last. */
  check(server: Server): void {
    if (server.currentTerm !== this.term || server.role !== this.role) {
      this.#doubts.doubt('higher-term-ignored');
    }
  }

  /** A message of this term arrived, which is newer than its own. */
  owe(term: number): void {
    this.#owed = term;
    this.role = undefined;
  }

  termChanged({ currentTerm, role }: Server, from: number): void {
    if (from !== this.term || currentTerm <= from) this.#doubts.doubt('term-monotonic');
    this.term = currentTerm;
    if (this.#owed === 0) {
      // An election: the role comes next, and no leader holds one.
      if (role !== this.role || role === 'leader') this.#doubts.doubt('election-safety');
      return;
    }
    if (currentTerm !== this.#owed) this.#doubts.doubt('higher-term-ignored');
    this.#owed = 0;
    this.#yields = role !== 'follower';
    this.role = this.#yields ? undefined : role;
  }

  roleChanged({ currentTerm, role }: Server, from: Role): void {
    if (currentTerm !== this.term || this.#owed !== 0) this.#doubts.doubt('higher-term-ignored');
    if (this.#yields ? role !== 'follower' : from !== this.role) {
      this.#doubts.doubt('higher-term-ignored');
    }
    this.#yields = false;
    const legal =
      role === 'follower' ||
      (role === 'candidate' && from === 'follower') ||
      (role === 'leader' && from === 'candidate');
    if (!legal) this.#doubts.doubt('legal-role-edges');
    this.role = role;
  }
}
