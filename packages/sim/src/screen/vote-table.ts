/** More terms than any run of the lab comes to. */
export const termsKept = 2_048;
/** More servers than any test of the lab has, as a power of two. */
export const serversKept = 8;

/** Who voted for whom, in every term of one cluster. Servers are numbers from 0. */
export class VoteTable {
  /** By term and candidate: votes that servers told of, each server's once. */
  readonly #given: Uint8Array = new Uint8Array(termsKept * serversKept);
  /** By term and voter: the candidate that counted its vote, plus 1. */
  readonly #counted: Uint8Array = new Uint8Array(termsKept * serversKept);
  /** By term: who led it, plus 1. */
  readonly #leaders: Uint8Array = new Uint8Array(termsKept);
  #newest = 0;

  /** Forgets everything. */
  begin(): void {
    const used = (this.#newest + 1) * serversKept;
    this.#given.fill(0, 0, used);
    this.#counted.fill(0, 0, used);
    this.#leaders.fill(0, 0, this.#newest + 1);
    this.#newest = 0;
  }

  /** Notes a vote; false for a term that there is no room for. */
  give(term: number, candidate: number): boolean {
    if (!this.#notes(term)) return false;
    const at = term * serversKept + candidate;
    this.#given[at] = this.given(term, candidate) + 1;
    return true;
  }

  given(term: number, candidate: number): number {
    return this.#given[term * serversKept + candidate] ?? 0;
  }

  /** Notes that a candidate counted a server's vote; false where another one did too. */
  count(term: number, voter: number, candidate: number): boolean {
    if (!this.#notes(term)) return false;
    const at = term * serversKept + voter;
    const before = this.#counted[at] ?? 0;
    this.#counted[at] = candidate + 1;
    return before === 0 || before === candidate + 1;
  }

  /** Notes that a server leads a term; false where another one did too. */
  lead(term: number, leader: number): boolean {
    if (!this.#notes(term)) return false;
    const before = this.#leaders[term] ?? 0;
    this.#leaders[term] = leader + 1;
    return before === 0 || before === leader + 1;
  }

  #notes(term: number): boolean {
    if (!(term >= 0 && term < termsKept)) return false;
    if (term > this.#newest) this.#newest = term;
    return true;
  }
}
