/** What was applied first at each index of a cluster's log. */
export class AppliedTable {
  #last = 0;
  /** By index; what stands beyond `last` is of an earlier run. */
  readonly #terms: number[] = [0];
  readonly #hashes: string[] = [''];

  /** Forgets everything. */
  begin(): void {
    this.#last = 0;
  }

  /** False where another entry was applied there, and for an index beyond all that are known. */
  agrees(index: number, term: number, hash: string): boolean {
    if (index <= this.#last) return this.#terms[index] === term && this.#hashes[index] === hash;
    if (index !== this.#last + 1) return false;
    this.#last = index;
    this.#terms[index] = term;
    this.#hashes[index] = hash;
    return true;
  }
}
