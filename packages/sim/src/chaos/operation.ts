/** What a client asks of the key-value store. */
export type OperationKind = 'put' | 'append' | 'get';

/**
 * One operation of one client, as the client saw it. `invoked` and `returned` are positions in one
 * common order of all invocations and returns, so that no two of them are equal.
 */
export interface Operation {
  readonly client: string;
  readonly kind: OperationKind;
  readonly key: string;
  /** What a put or an append writes; empty for a get. */
  readonly value: string;
  /** What a get gave back; undefined while it is not known. */
  readonly result: string | undefined;
  readonly invoked: number;
  /**
   * Infinity while the outcome is not known: then the operation may take effect at any later time,
   * or never.
   */
  readonly returned: number;
}
