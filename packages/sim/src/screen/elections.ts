/** What each elected leader's log ended in, and what was known to be committed, of one cluster. */
export class Elections {
  readonly #terms: number[] = [];
  readonly #lastIndexes: number[] = [];
  readonly #lastTerms: number[] = [];
  #elected = 0;
  #newestTerm = 0;
  /** The furthest of all commits by leaders, and the newest term of an entry so committed. */
  #commitIndex = 0;
  #commitTerm = 0;
  /** Commits that servers started with. */
  readonly #stored: {
    readonly term: number;
    readonly index: number;
    readonly entryTerm: number;
  }[] = [];

  /** Forgets everything. */
  begin(): void {
    this.#elected = 0;
    this.#newestTerm = 0;
    this.#commitIndex = 0;
    this.#commitTerm = 0;
    if (this.#stored.length > 0) this.#stored.length = 0;
  }

  /** A server leads whose log ended so when it asked for votes; false where that lacks a commit. */
  lead(term: number, lastIndex: number, lastTerm: number): boolean {
    this.#terms[this.#elected] = term;
    this.#lastIndexes[this.#elected] = lastIndex;
    this.#lastTerms[this.#elected] = lastTerm;
    this.#elected += 1;
    if (term > this.#newestTerm) this.#newestTerm = term;
    // Commits of later terms are among these too: more than is asked for.
    if (lastIndex < this.#commitIndex || lastTerm < this.#commitTerm) return false;
    for (const each of this.#stored) {
      if (each.term >= term) continue;
      if (lastIndex < each.index || lastTerm < each.entryTerm) return false;
    }
    return true;
  }

  /** The leader of `term` commits; false where a leader of a later term lacks it. */
  committed(term: number, index: number, entryTerm: number): boolean {
    if (index > this.#commitIndex) this.#commitIndex = index;
    if (entryTerm > this.#commitTerm) this.#commitTerm = entryTerm;
    return term >= this.#newestTerm || this.#laterHave(term, index, entryTerm);
  }

  /** A server starts with this commitIndex; false where a leader of a later term lacks it. */
  started(term: number, index: number, entryTerm: number): boolean {
    if (index === 0) return true;
    this.#stored.push({ term, index, entryTerm });
    return this.#laterHave(term, index, entryTerm);
  }

  #laterHave(term: number, index: number, entryTerm: number): boolean {
    for (let at = 0; at < this.#elected; at += 1) {
      if ((this.#terms[at] ?? 0) <= term) continue;
      if ((this.#lastIndexes[at] ?? 0) < index) return false;
      if ((this.#lastTerms[at] ?? 0) < entryTerm) return false;
    }
    return true;
  }
}
