/** The first telling of each entry of a cluster, to compare all later ones with. */
export class EntryTable {
  #last = 0;
  /** By index; what stands beyond `last` is of an earlier run. */
  readonly #terms: number[] = [0];
  readonly #hashes: string[] = [''];
  readonly #previous: number[] = [0];
  /** Other entries at the same indexes, by index and term. */
  readonly #others: Map<string, { readonly hash: string; readonly previous: number }> = new Map();

  /** Forgets everything. */
  begin(): void {
    this.#last = 0;
    if (this.#others.size > 0) this.#others.clear();
  }

  /**
   * Takes in an entry with the term of the one before it. False where one of the same index and
   * term was another, or stood behind another; and for an index beyond all that are known.
   */
  agrees(index: number, term: number, hash: string, previous: number): boolean {
    if (index > this.#last) {
      if (index !== this.#last + 1) return false;
      this.#last = index;
      this.#terms[index] = term;
      this.#hashes[index] = hash;
      this.#previous[index] = previous;
      return true;
    }
    if (this.#terms[index] === term) {
      return this.#hashes[index] === hash && this.#previous[index] === previous;
    }
    const key = `${index} ${term}`;
    const other = this.#others.get(key);
    if (other !== undefined) return other.hash === hash && other.previous === previous;
    this.#others.set(key, { hash, previous });
    return true;
  }
}
