import type { Operation } from './operation.ts';

/** What the check of a history says. */
export type Linearizability =
  | { readonly kind: 'linearizable' }
  | { readonly kind: 'violated'; readonly key: string }
  /** The search was given up: too many orders are possible. */
  | { readonly kind: 'unknown'; readonly key: string };

/** So many partial orders are looked at for each key before the search is given up. */
const orderLimit = 50_000;

/**
 * Whether some order of the operations explains every answer and keeps to real time: what returned
 * before another was invoked stands before it (Herlihy and Wing 1990). Keys are independent, so
 * each is checked alone. The search is that of Wing and Gong, with Lowe's memory of what was tried
 * ("Testing for linearizability", 2017); a key starts out empty.
 */
export function checkLinearizable(
  history: readonly Operation[],
  limit: number = orderLimit,
): Linearizability {
  const byKey = new Map<string, Operation[]>();
  for (const operation of history) {
    // A get without an answer says nothing and changes nothing.
    if (operation.kind === 'get' && operation.result === undefined) continue;
    const same = byKey.get(operation.key);
    if (same === undefined) byKey.set(operation.key, [operation]);
    else same.push(operation);
  }
  let unknown: string | undefined;
  for (const [key, operations] of byKey) {
    const answer = searchOrder(operations, limit);
    if (answer === 'none') return { kind: 'violated', key };
    if (answer === 'given up') unknown ??= key;
  }
  return unknown === undefined ? { kind: 'linearizable' } : { kind: 'unknown', key: unknown };
}

/** The invocation or return of an operation, in a list from which operations can be taken out. */
interface Mark {
  readonly operation: Operation;
  /** Which operation it is; the same number at its invocation and its return. */
  readonly number: number;
  /** At an invocation: the operation's return. */
  readonly end: Mark | undefined;
  before: Head | undefined;
  after: Mark | undefined;
}

/** What stands before the first mark. */
interface Head {
  after: Mark | undefined;
}

/** An operation that was placed next in the order, and the value before it. */
interface Placed {
  readonly mark: Mark;
  readonly value: string;
}

function searchOrder(
  operations: readonly Operation[],
  limit: number,
): 'found' | 'none' | 'given up' {
  const list = listOf(operations);
  const done = new Uint8Array(operations.length);
  const tried = new Set<string>();
  const placed: Placed[] = [];
  let value = '';
  let mark = list.after;
  while (mark !== undefined) {
    if (mark.end === undefined) {
      // This operation returned here, so it has to be placed before: go back and try another order.
      const last = placed.pop();
      if (last === undefined) return 'none';
      value = last.value;
      done[last.mark.number] = 0;
      putBack(last.mark);
      mark = last.mark.after;
      continue;
    }
    const next = step(mark.operation, value);
    if (next !== undefined) {
      done[mark.number] = 1;
      const situation = `${done.join('')}${next}`;
      if (!tried.has(situation)) {
        if (tried.size >= limit) return 'given up';
        tried.add(situation);
        placed.push({ mark, value });
        value = next;
        takeOut(mark);
        mark = list.after;
        continue;
      }
      done[mark.number] = 0;
    }
    mark = mark.after;
  }
  return 'found';
}

/** The value of the key after an operation; undefined when the operation cannot have come here. */
function step(operation: Operation, value: string): string | undefined {
  if (operation.kind === 'put') return operation.value;
  if (operation.kind === 'append') return value + operation.value;
  return operation.result === value ? value : undefined;
}

/** All marks in order, behind a head of no meaning. */
function listOf(operations: readonly Operation[]): Head {
  const placedMarks: { readonly position: number; readonly mark: Mark }[] = [];
  for (const [number, operation] of operations.entries()) {
    const end: Mark = { operation, number, end: undefined, before: undefined, after: undefined };
    const begin: Mark = { operation, number, end, before: undefined, after: undefined };
    placedMarks.push({ position: operation.invoked, mark: begin });
    placedMarks.push({ position: operation.returned, mark: end });
  }
  placedMarks.sort(({ position: left }, { position: right }) =>
    left === right ? 0 : left < right ? -1 : 1,
  );
  const head: Head = { after: undefined };
  let last = head;
  for (const { mark } of placedMarks) {
    mark.before = last;
    last.after = mark;
    last = mark;
  }
  return head;
}

function takeOut(mark: Mark): void {
  for (const each of [mark, mark.end]) {
    if (each?.before !== undefined) each.before.after = each.after;
    if (each?.after !== undefined) each.after.before = each.before;
  }
}

/** The reverse of {@link takeOut}, in reverse order, so that neighbours fit again. */
function putBack(mark: Mark): void {
  for (const each of [mark.end, mark]) {
    if (each?.before !== undefined) each.before.after = each;
    if (each?.after !== undefined) each.after.before = each;
  }
}
