import { serversKept } from './vote-table.ts';

/** For how long a server has led without a majority, and whom it heard from since. */
export class LonelyLeader {
  /** It leads, and has no majority. */
  is = false;
  /** Since when, if so. */
  since = 0;
  #servers = 0;
  /** By server: when it last heard from it since. */
  readonly #heardAt: number[] = new Array<number>(serversKept).fill(0.5);

  /** It has a majority, or leads no more. */
  end(): void {
    this.is = false;
  }

  /** It lost its majority, in a cluster of so many servers. */
  begin(now: number, servers: number): void {
    if (this.is) return;
    this.is = true;
    this.since = now;
    this.#servers = servers;
    for (let index = 0; index < servers; index += 1) this.#heardAt[index] = now;
  }

  hear(from: number, now: number): void {
    this.#heardAt[from] = now;
  }

  /** How long it has not heard from a majority, so many servers with itself, ms. */
  alone(self: number, majority: number, now: number): number {
    const others = this.#heardAt.slice(0, this.#servers).filter((_, index) => index !== self);
    return now - (others.sort((a, b) => b - a)[majority - 2] ?? this.since);
  }
}
