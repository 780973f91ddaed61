import type { Message } from '@raftlens/core';

/** What a threaded host does wrong with its locks; the core below it is the correct one. */
export interface HostFault {
  /** kebab-case; the bug and the cause have the same name. */
  readonly name: string;
  /** Committed entries are sent on `applyCh` before `mu` is released. */
  readonly sendsUnderLock: boolean;
  /** A reply of this kind that belongs to an older term ends its handler, which keeps `mu`. */
  readonly keepsLockOn: Message['kind'] | undefined;
}
