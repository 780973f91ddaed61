import { wholeMicroseconds } from './benign.ts';
import type { ClientRequest, Decider, TesterAction } from './decider.ts';
import type { Decision } from './decision.ts';

/** Everything that chance and the harness decided in the last test of a trial. */
export interface Recording {
  readonly test: string;
  readonly decisions: readonly Decision[];
  /** When each of them came up, ms, if the recorder had a clock. */
  readonly came: ReadonlyMap<Decision, number>;
  readonly tester: readonly TesterAction[];
  readonly client: readonly ClientRequest[];
}

/** What a recorder may work with. */
export interface RecorderOptions {
  /** Decides in place of the draws. */
  readonly inner?: Decider | undefined;
  /** Virtual time, ms. */
  readonly now?: (() => number) | undefined;
}

/** A decider that changes nothing and notes all. */
export interface Recorder extends Decider {
  /** What was noted since the last test began. */
  recording(): Recording;
}

/**
 * Makes a recorder. `range` is that of the election timeouts of the trial, ms.
 */
export function createRecorder(
  range: readonly [min: number, max: number],
  { inner, now = () => 0 }: RecorderOptions = {},
): Recorder {
  let test = '';
  let came = new Map<Decision, number>();
  let tester: TesterAction[] = [];
  let client: ClientRequest[] = [];
  const counts = createCounts();
  return {
    begin(name) {
      test = name;
      came = new Map();
      tester = [];
      client = [];
      counts.reset();
      inner?.begin(name);
    },
    delivery(message, drawn) {
      const { kind, term, from, to } = message;
      const nth = counts.next(`${kind} ${term} ${from} ${to}`);
      const delivery = inner === undefined ? drawn() : inner.delivery(message, drawn);
      const head = { kind, term, from, to, nth };
      if (delivery === undefined) came.set({ ...head, fate: 'lost' }, now());
      else {
        const { delayMs, copyAfterMs } = delivery;
        const copy = copyAfterMs === undefined ? {} : { copyAfterMs };
        came.set({ ...head, fate: delayMs, ...copy }, now());
      }
      return delivery;
    },
    timeout(node, term, drawn) {
      const nth = counts.next(`timer ${term} ${node}`);
      const share = inner === undefined ? drawn() : inner.timeout(node, term, drawn);
      const ms = wholeMicroseconds(range[0] + share * (range[1] - range[0]));
      came.set({ kind: 'timer', node, term, nth, ms }, now());
      return share;
    },
    tester: (action) => void tester.push(action),
    client: (request) => void client.push(request),
    heal: () => inner?.heal(),
    recording: () => ({ test, decisions: [...came.keys()], came, tester, client }),
  };
}

/** Counts how often each text came so far. */
export interface Counts {
  /** How often it came before. */
  next(text: string): number;
  reset(): void;
}

/** Counts that all begin at 0. */
export function createCounts(): Counts {
  const counts = new Map<string, number>();
  return {
    next(text) {
      const count = counts.get(text) ?? 0;
      counts.set(text, count + 1);
      return count;
    },
    reset: () => counts.clear(),
  };
}
