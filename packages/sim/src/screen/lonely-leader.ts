/** For how long a server has led without a majority, and whom it heard from since. */
export class LonelyLeader {
  /** Since when; Infinity where it has a majority, or does not lead. */
  since: number = Number.POSITIVE_INFINITY;
  /** By server: when it last heard from it since. */
  readonly #heardAt: number[] = [];

  /** It has a majority, or leads no more. */
  end(): void {
    this.since = Number.POSITIVE_INFINITY;
  }

  begin(now: number, servers: number): void {
    this.since = now;
    this.#heardAt.length = servers;
    for (let index = 0; index < servers; index += 1) this.#heardAt[index] = now;
  }

  hear(from: number, now: number): void {
    this.#heardAt[from] = now;
  }

  /** How long it has not heard from a majority, so many servers with itself, ms. */
  alone(self: number, majority: number, now: number): number {
    const times = this.#heardAt.filter((_, index) => index !== self).sort((a, b) => b - a);
    return now - Math.max(this.since, times[majority - 2] ?? this.since);
  }
}
