/** The terms of a server's log as it told of them, through all of its lives. */
export class ShadowLog {
  /** Index of the last entry. */
  last = 0;
  /** What stands up to here came with a snapshot; only the term of the last is known. */
  #base = 0;
  #baseTerm = 0;
  /** By index. */
  readonly #terms: number[] = [0];

  /** Forgets everything. */
  begin(): void {
    this.last = 0;
    this.#base = 0;
    this.#baseTerm = 0;
  }

  /** The term at an index; -1 where it is not known. */
  termAt(index: number): number {
    if (index > this.last || index < this.#base) return -1;
    return index === this.#base ? this.#baseTerm : (this.#terms[index] ?? -1);
  }

  append(term: number): void {
    this.last += 1;
    this.#terms[this.last] = term;
  }

  cut(fromIndex: number): void {
    this.last = fromIndex - 1;
  }

  /** A snapshot keeps what follows an entry that it agrees with, and else replaces everything. */
  install(index: number, term: number): void {
    if (this.termAt(index) === term) return;
    this.last = index;
    this.#base = index;
    this.#baseTerm = term;
  }
}
