import type { EventOf, TraceEvent } from '@raftlens/trace';

type Invoked = EventOf<'client.invoked'>;
type Returned = EventOf<'client.returned'>;

/** What a client does to one key. */
export interface ClientOperation {
  readonly kind: 'put' | 'append' | 'get';
  readonly key: string;
  readonly value: string;
  readonly call: Invoked;
  readonly invoked: number;
  /** What a get gave. */
  result: string | undefined;
  end: Returned | undefined;
  /** Infinity while the outcome is not known: it may take effect at any later time, or never. */
  returned: number;
}

/** Why no order fits. */
export interface NoOrder {
  readonly message: string;
  readonly evidence: readonly TraceEvent[];
}

/** All that clients did to one key, forgotten as far as nothing can contradict it any more. */
export interface KeyHistory {
  invoke(call: Invoked, kind: ClientOperation['kind'], position: number): ClientOperation;
  settle(operation: ClientOperation, end: Returned, position: number): void;
  /** Nothing is under way, and there is enough to check at once. */
  isQuiet(): boolean;
  /** Whether some order fits, up to now; forgets what is behind the last quiet moment. */
  check(): NoOrder | undefined;
  /** A search was given up: nothing is said of this key. */
  givenUp(): boolean;
}

/** So many operations are gathered before a quiet moment is used for a check. */
const operationsAtOnce = 32;
/** More than so many at once are not searched. */
const operationsKept = 2_000;
/** So many partial orders are looked at in one search: it ends, whatever the history. */
const situationsTried = 100_000;

/** A key that nobody has written yet: it holds the empty text. */
export function createKeyHistory(): KeyHistory {
  /** What the key may hold at the last quiet moment. */
  let values: ReadonlySet<string> = new Set(['']);
  let operations: ClientOperation[] = [];
  let under = 0;
  let lost = false;
  return {
    invoke(call, kind, position) {
      const operation: ClientOperation = {
        kind,
        key: call.key ?? '',
        value: call.value ?? '',
        call,
        invoked: position,
        result: undefined,
        end: undefined,
        returned: Number.POSITIVE_INFINITY,
      };
      under += 1;
      if (operations.length < operationsKept) operations.push(operation);
      else lost = true;
      return operation;
    },
    settle(operation, end, position) {
      operation.end = end;
      operation.result = end.value ?? '';
      operation.returned = position;
      under -= 1;
    },
    isQuiet: () => under === 0 && operations.length >= operationsAtOnce,
    check() {
      if (lost) return undefined;
      const search = searchOrders(values, operations);
      if (search === undefined) {
        lost = true;
        return undefined;
      }
      const wrong = search.size === 0 ? noOrder(values, operations) : undefined;
      if (under === 0 || wrong !== undefined) {
        values = wrong === undefined ? search : new Set([operations.at(-1)?.result ?? '']);
        operations = [];
        // After a contradiction nothing more can be told of this key.
        if (wrong !== undefined) lost = true;
      }
      return wrong;
    },
    givenUp: () => lost,
  };
}

/**
 * What the key may hold after some fitting order of the operations, from any of `values`; none
 * where no order fits, undefined when the search is given up.
 *
 * A partial order is the set of what has taken effect and the value then. From each, whatever was
 * called before the first return that is still out may come next (Wing and Gong 1993); no situation
 * is looked at twice (Lowe 2017), so that the work is bounded.
 */
function searchOrders(
  values: ReadonlySet<string>,
  operations: readonly ClientOperation[],
): ReadonlySet<string> | undefined {
  const inOrder = operations
    // A get without an answer says nothing and changes nothing.
    .filter(({ kind, end }) => kind !== 'get' || end !== undefined)
    .sort((a, b) => a.invoked - b.invoked);
  const finals = new Set<string>();
  const tried = new Set<string>();
  const stack: Situation[] = [...values].map((value) => ({ from: 0, later: [], value }));
  for (;;) {
    const situation = stack.pop();
    if (situation === undefined) return finals;
    if (tried.size >= situationsTried) return undefined;
    const key = `${situation.from} ${situation.later.join(' ')} ${situation.value}`;
    if (tried.has(key)) continue;
    tried.add(key);
    if (allReturnedAreDone(inOrder, situation)) finals.add(situation.value);
    for (const place of candidates(inOrder, situation)) {
      const operation = inOrder[place];
      const next = operation === undefined ? undefined : step(operation, situation.value);
      if (next !== undefined) stack.push({ ...after(situation, place), value: next });
    }
  }
}

/** All before `from` is done, and so are the places in `later`, in order, all above `from`. */
interface Situation {
  readonly from: number;
  readonly later: readonly number[];
  readonly value: string;
}

function after({ from, later }: Situation, place: number): Omit<Situation, 'value'> {
  const places = [...later, place].sort((a, b) => a - b);
  let next = from;
  while (places[0] === next) {
    places.shift();
    next += 1;
  }
  return { from: next, later: places };
}

/** What may take effect next: what was called before anything that is out has returned. */
function candidates(inOrder: readonly ClientOperation[], situation: Situation): readonly number[] {
  const { from, later } = situation;
  const places: number[] = [];
  let firstReturn = Number.POSITIVE_INFINITY;
  for (let place = from; place < inOrder.length; place += 1) {
    const operation = inOrder[place];
    if (operation === undefined || operation.invoked > firstReturn) break;
    if (later.includes(place)) continue;
    places.push(place);
    firstReturn = Math.min(firstReturn, operation.returned);
  }
  return places;
}

function allReturnedAreDone(
  inOrder: readonly ClientOperation[],
  { from, later }: Situation,
): boolean {
  for (let place = from; place < inOrder.length; place += 1) {
    if (inOrder[place]?.end !== undefined && !later.includes(place)) return false;
  }
  return true;
}

/** The value after an operation; undefined when the operation cannot have come here. */
function step({ kind, value, result }: ClientOperation, before: string): string | undefined {
  if (kind === 'put') return value;
  if (kind === 'append') return before + value;
  return result === before ? before : undefined;
}

/** The first answer that makes the orders impossible, and what led to it. */
function noOrder(values: ReadonlySet<string>, operations: readonly ClientOperation[]): NoOrder {
  const returns = operations
    .filter(({ end }) => end !== undefined)
    .sort((a, b) => a.returned - b.returned);
  for (const culprit of returns) {
    if (culprit.kind !== 'get') continue;
    const seen = operations
      .filter(({ invoked }) => invoked < culprit.returned)
      .map((each) => asOf(each, culprit.returned));
    if (searchOrders(values, seen)?.size !== 0) continue;
    const before = seen.filter(({ returned }) => returned < culprit.returned);
    const write = before.findLast(({ kind }) => kind !== 'get');
    const get = before.findLast(({ kind }) => kind === 'get');
    const lines = linesOf([write, get, culprit].flatMap((each) => each ?? []));
    return {
      message:
        `client ${culprit.call.client} got "${short(culprit.result ?? '')}", which no order of ` +
        `the operations before its answer explains`,
      evidence: lines,
    };
  }
  const last = returns.at(-1);
  const lines = last === undefined ? [] : linesOf([last]);
  return { message: 'no order explains the answers', evidence: lines };
}

function linesOf(operations: readonly ClientOperation[]): readonly TraceEvent[] {
  return operations
    .flatMap(({ call, end, invoked, returned }) => [
      { position: invoked, event: call },
      ...(end === undefined ? [] : [{ position: returned, event: end }]),
    ])
    .sort((a, b) => a.position - b.position)
    .map(({ event }) => event);
}

/** An operation as it was known at a position: what returned later had not. */
function asOf(operation: ClientOperation, position: number): ClientOperation {
  if (operation.returned <= position) return operation;
  return { ...operation, end: undefined, result: undefined, returned: Number.POSITIVE_INFINITY };
}

function short(text: string): string {
  return text.length <= 40 ? text : `…${text.slice(-40)}`;
}
