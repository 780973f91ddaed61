import type { TraceEvent } from '@raftlens/trace';

/** One server leading in one term, as its own lines tell it. */
export interface Leadership {
  readonly node: string;
  /** Undefined where the line does not say; the test harness may tell it later. */
  readonly term: number | undefined;
  /** The line that shows it first. */
  readonly began: TraceEvent;
  /** When and how it ended; undefined while no line says that it did. */
  readonly ended: { readonly time: number; readonly how: LeadershipEnd } | undefined;
}

/**
 * How a leadership ended: the cause that the server gave for its new role (`higher-term`,
 * `quorum-lost`, ...), or `stepped-down` without one, `term-changed` when its term moved while it
 * led, `crashed`, `stopped` or `restarted`.
 */
export type LeadershipEnd = string;
