import type { Configuration } from './configuration.ts';

/**
 * One entry of the log (Raft §5.3). The core never looks into `command`; `hash` names it in traces
 * (64 bits, hex), so that two logs can be compared without their contents.
 */
export interface Entry {
  readonly term: number;
  readonly command: unknown;
  readonly hash: string;
  /** Set on an entry that changes the membership; such an entry has no command. */
  readonly configuration?: Configuration | undefined;
}
