import type { OperationKind } from './operation.ts';

/** What a client has the cluster agree upon; retries repeat it with the same number. */
export interface Command {
  readonly client: string;
  /** Counts the client's operations, from 1. */
  readonly number: number;
  readonly kind: OperationKind;
  readonly key: string;
  readonly value: string;
  /** The leader's clock when it took the command, ms; there is none before one did. */
  readonly at?: number | undefined;
}

/** What the store remembers of a client, so that a retry takes effect once (thesis §6.3). */
interface Session {
  readonly number: number;
  readonly result: string;
}

/** A server's state machine: a key-value store with client sessions. */
export interface KeyValueStore {
  readonly values: Map<string, string>;
  readonly sessions: Map<string, Session>;
  /** Index of the last entry that reached it. */
  applied: number;
}

/** What a snapshot of a store holds. */
export interface StoreImage {
  readonly values: readonly (readonly [string, string])[];
  readonly sessions: readonly (readonly [string, Session])[];
}

/** A store in which nothing is written. */
export function createStore(): KeyValueStore {
  return { values: new Map(), sessions: new Map(), applied: 0 };
}

/** Applies a command, once however often it comes; `repeated` when it had come before. */
export function applyCommand(
  store: KeyValueStore,
  command: Command,
): { readonly result: string; readonly repeated: boolean } {
  const session = store.sessions.get(command.client);
  if (session !== undefined && session.number >= command.number) {
    return { result: session.result, repeated: true };
  }
  const before = store.values.get(command.key) ?? '';
  if (command.kind === 'put') store.values.set(command.key, command.value);
  if (command.kind === 'append') store.values.set(command.key, before + command.value);
  const result = command.kind === 'get' ? before : '';
  store.sessions.set(command.client, { number: command.number, result });
  return { result, repeated: false };
}

/** The store as data that no later command changes. */
export function imageOf(store: KeyValueStore): StoreImage {
  return { values: [...store.values], sessions: [...store.sessions] };
}

/** A store as it was when the image was taken. */
export function storeFrom(image: StoreImage, applied: number): KeyValueStore {
  return { values: new Map(image.values), sessions: new Map(image.sessions), applied };
}

/** Both stores hold the same. */
export function sameContents(left: KeyValueStore, right: KeyValueStore): boolean {
  if (left.values.size !== right.values.size) return false;
  for (const [key, value] of left.values) if (right.values.get(key) !== value) return false;
  return true;
}
