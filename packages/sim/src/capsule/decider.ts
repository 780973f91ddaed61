import type { Message } from '@raftlens/core';

/** How long a message takes, ms, and how long after it a copy comes; undefined when it is lost. */
export type Delivery =
  | { readonly delayMs: number; readonly copyAfterMs?: number | undefined }
  | undefined;

/**
 * What the tester of the lab did to a server, at a time counted from the beginning of its test.
 * `turn` counts how often before, in this instant, it let all take effect (a sleep of no time).
 */
export interface TesterAction {
  readonly at: number;
  readonly node: string;
  readonly what: 'cut' | 'mend' | 'stop' | 'start' | 'propose';
  readonly turn: number;
}

/** A client of a chaos trial asked a server, at a time counted from the beginning of the trial. */
export interface ClientRequest {
  readonly at: number;
  readonly client: string;
  readonly kind: 'put' | 'append' | 'get';
  readonly key: string;
  readonly to: string;
  /** The same operation asked again. */
  readonly again: boolean;
}

/**
 * Stands between a trial and its chances: one that records lets every draw be and notes it, one
 * that replays decides by itself. Trials without one draw as ever.
 */
export interface Decider {
  /** A test begins on a new cluster. */
  begin(test: string): void;
  /** What becomes of a message that its link carries. */
  delivery(message: Message, drawn: () => Delivery): Delivery;
  /**
   * The election timeout that a server of this term takes, as its share of the range, in [0, 1].
   */
  timeout(node: string, term: number, drawn: () => number): number;
  tester(action: TesterAction): void;
  client(request: ClientRequest): void;
  /** The faults of a chaos trial are over: what pressed on the cluster lets go of it. */
  heal(): void;
}
