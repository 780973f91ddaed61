import type { ClientRequest, Decider, TesterAction } from './decider.ts';
import type { Decision } from './decision.ts';

/** Everything that chance and the harness decided in the last test of a trial. */
export interface Recording {
  readonly test: string;
  readonly decisions: readonly Decision[];
  readonly tester: readonly TesterAction[];
  readonly client: readonly ClientRequest[];
}

/** A decider that changes nothing and notes all. */
export interface Recorder extends Decider {
  /** What was noted since the last test began. */
  recording(): Recording;
}

/**
 * Makes a recorder. `range` is that of the election timeouts of the trial, ms; `inner` decides in
 * place of the draws, if given.
 */
export function createRecorder(
  range: readonly [min: number, max: number],
  inner?: Decider,
): Recorder {
  let test = '';
  let decisions: Decision[] = [];
  let tester: TesterAction[] = [];
  let client: ClientRequest[] = [];
  const counts = createCounts();
  return {
    begin(name) {
      test = name;
      decisions = [];
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
      if (delivery === undefined) decisions.push({ ...head, fate: 'lost' });
      else {
        const { delayMs, copyAfterMs } = delivery;
        const copy = copyAfterMs === undefined ? {} : { copyAfterMs };
        decisions.push({ ...head, fate: delayMs, ...copy });
      }
      return delivery;
    },
    timeout(node, term, drawn) {
      const nth = counts.next(`timer ${term} ${node}`);
      const share = inner === undefined ? drawn() : inner.timeout(node, term, drawn);
      const ms = Math.round((range[0] + share * (range[1] - range[0])) * 1000) / 1000;
      decisions.push({ kind: 'timer', node, term, nth, ms });
      return share;
    },
    tester: (action) => void tester.push(action),
    client: (request) => void client.push(request),
    recording: () => ({ test, decisions, tester, client }),
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
