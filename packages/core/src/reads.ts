/** Who asked a leader for a read: its own client, or a peer, and under which name. */
export interface ReadOrigin {
  readonly id: string;
  readonly peer: string | undefined;
}

/** At the leader: a read that waits until a majority has answered its round (thesis §6.4). */
export interface ConfirmingRead {
  readonly origin: ReadOrigin;
  readonly readIndex: number;
  readonly round: number;
  /** When it is given up, ms. */
  readonly deadline: number;
}

/** At a follower: a read that waits for the leader's answer, then until `readIndex` is applied. */
export interface ForwardedRead {
  readonly id: string;
  /** Names the read between the two servers, so that no answer to another is taken for its own. */
  readonly context: string;
  readIndex: number | undefined;
  readonly deadline: number;
}

/**
 * How a read ended. One that is served sees all that was committed when it began, once the entries
 * of the same effects are applied; one that failed may be tried again, and says nothing.
 */
export type EndedRead =
  | { readonly kind: 'served'; readonly id: string; readonly readIndex: number }
  | {
      readonly kind: 'failed';
      readonly id: string;
      readonly reason: 'leadership-lost' | 'refused' | 'timeout';
    };
