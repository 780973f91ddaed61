import type { Role } from './role.ts';

/** Where a reader found an event; set by readers, never written to a trace. */
export interface Origin {
  /** Name of the file as the user gave it, `-` for standard input. */
  readonly file: string;
  /** 1-based line number. */
  readonly line: number;
  /** The line itself; absent where it is not kept. */
  readonly text?: string | undefined;
  /** Where the line begins in the file (unpacked, where it is compressed), in bytes. */
  readonly offset?: number | undefined;
}

/** What every event carries beside its own fields. */
export interface Envelope {
  /** Milliseconds since the epoch, fractions down to the microsecond; virtual in a simulation. */
  readonly time: number;
  /** The server's id; absent on what the harness says. */
  readonly node?: string | undefined;
  /** Per-server counter, +1 an event: gives program order and shows lost lines. */
  readonly seq?: number | undefined;
  /** Incarnation: +1 per restart of that server. */
  readonly inc?: number | undefined;
  /** The server's currentTerm after the event. */
  readonly term?: number | undefined;
  /** The server's role after the event. */
  readonly role?: Role | undefined;
  /** Raft group, where one process has many. */
  readonly group?: string | undefined;
  /** Run id, where one file has many. */
  readonly run?: string | undefined;
  /** Where in its own program the server wrote it: `raft.go:123`. */
  readonly caller?: string | undefined;
  /** Where a reader found it; never encoded. */
  readonly at?: Origin | undefined;
}
