/**
 * The scope of an exploration: how often each thing may happen in one run. All of them are counted
 * over the whole run, and each is at most 31.
 */
export interface Bounds {
  /** Election timeouts that fire; terms go no higher than that. */
  readonly elections: number;
  /** Commands that clients propose. */
  readonly commands: number;
  /** Heartbeat timers that fire, beside the rounds that a leader sends when it is elected. */
  readonly heartbeats: number;
  /**
   * Messages that the network loses. A message that stays in flight for good is as good as lost,
   * so a run without losses reaches every violation that one with losses does, and at no greater
   * depth.
   */
  readonly losses: number;
  /** Messages that are delivered and stay in flight, to be delivered again. */
  readonly duplications: number;
  /** Servers that crash and start again with what is durable. */
  readonly restarts: number;
  /** Actions in a run. */
  readonly depth: number;
  /**
   * On a link from one server to another only the newest message waits; one that was not delivered
   * before the next was sent is lost. That leaves out reordering on a link, and reaches several
   * elections further in the same number of states.
   */
  readonly newestOnly: boolean;
}

/**
 * Small enough to be explored to its end within a minute or so, large enough for a second leader, a
 * conflict of logs and a crash.
 */
export const defaultBounds: Bounds = {
  elections: 2,
  commands: 1,
  heartbeats: 0,
  losses: 0,
  duplications: 0,
  restarts: 1,
  depth: 64,
  newestOnly: false,
};
