import type { Message } from '@raftlens/core';

/**
 * A message by its meaning, so that a path stays valid when code elsewhere changes: the `nth`
 * message, counted from 1, that `from` sent to `to` of this kind in this term.
 */
export interface MessageName {
  readonly kind: Message['kind'];
  readonly term: number;
  readonly from: string;
  readonly to: string;
  readonly nth: number;
}

/** What may happen next in a cluster whose every step is a decision. */
export type Action =
  | { readonly kind: 'election-timeout'; readonly server: string }
  | { readonly kind: 'heartbeat'; readonly server: string }
  | { readonly kind: 'propose'; readonly server: string }
  /** It crashes and starts again with what is durable. */
  | { readonly kind: 'restart'; readonly server: string }
  | { readonly kind: 'deliver'; readonly message: MessageName }
  | { readonly kind: 'lose'; readonly message: MessageName }
  /** It is delivered, and a copy of it stays in flight. */
  | { readonly kind: 'duplicate'; readonly message: MessageName };
