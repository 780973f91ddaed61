import type { EventOf } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import {
  type ClientOperation,
  createKeyHistory,
  type KeyHistory,
  type NoOrder,
} from './key-history.ts';

type Invoked = EventOf<'client.invoked'>;
type Returned = EventOf<'client.returned'>;

/** A client's operation that has not returned. */
interface Open {
  readonly operation: ClientOperation;
  readonly history: KeyHistory;
}

/**
 * What clients see can be put into one order that keeps to real time (Raft §8; Herlihy and Wing
 * 1990): each operation takes effect at one instant between its call and its return.
 *
 * Formally, for each key by itself, of put, append and get on a text that begins empty: the
 * operations have an order in which each get gives what the puts and appends before it made, and in
 * which what returned before another was called stands before it. An operation without a return may
 * stand anywhere after its call, or nowhere.
 *
 * Smallest counter-example: c1 puts x = 1 and has its answer; then c2 gets x and sees nothing.
 */
export const linearizable: Rule = {
  id: 'linearizable',
  code: 'Q5',
  title: 'What clients see has one order',
  statement:
    'Each operation of a client takes effect at one instant between its call and its return.',
  why: 'It is what clients count on: old values, or lost ones, break what they build on them.',
  example: ['client c1 puts x = 1 and has its answer', 'client c2 gets x and sees nothing'],
  source: 'Raft §8; thesis §6.3',
  severity: 'violation',
  needs: [
    { event: 'client.invoked', fields: ['op', 'key', 'value'] },
    { event: 'client.returned', fields: ['op', 'key', 'value'] },
  ],
  create(context) {
    const histories = new Map<string, KeyHistory>();
    const open = new Map<string, Open>();
    let judged = false;
    let strange = false;
    const values = createValuesTold(context.cluster);
    let position = 0;

    const check = (key: string, history: KeyHistory): void => {
      const wrong = values.isBlind(key) ? undefined : history.check();
      if (wrong !== undefined) context.report(reportOf(key, wrong, isWhole(context.cluster)));
    };

    const invoke = (event: Invoked): void => {
      const { client, op, key } = event;
      // A client that calls again has given up what it called before.
      open.delete(client);
      if (key === undefined || (op !== 'put' && op !== 'append' && op !== 'get')) {
        strange = true;
        return;
      }
      values.write(event, key);
      let history = histories.get(key);
      if (history === undefined) {
        history = createKeyHistory();
        histories.set(key, history);
      }
      position += 1;
      open.set(client, { history, operation: history.invoke(event, op, position) });
    };

    const settle = (event: Returned): void => {
      const call = open.get(event.client);
      open.delete(event.client);
      if (call === undefined || event.ok === false) return;
      const { operation, history } = call;
      if (operation.kind !== event.op || operation.key !== event.key) {
        strange = true;
        return;
      }
      if (!values.tells(event)) return;
      judged = true;
      position += 1;
      history.settle(operation, event, position);
      if (history.isQuiet()) check(operation.key, history);
    };

    return {
      on: {
        'client.invoked': invoke,
        'client.returned': settle,
        // Another test begins with another store.
        'test.started': () => {
          for (const [key, history] of histories) check(key, history);
          histories.clear();
          open.clear();
        },
      },
      end() {
        for (const [key, history] of histories) check(key, history);
        const [lost] = [...histories].find(([, history]) => history.givenUp()) ?? [];
        if (lost !== undefined)
          return missing(`an end of the search: key ${lost} has too many orders`);
        if (strange) return missing('operations other than put, append and get are not judged');
        return judged && !values.isMissing() ? enough : missing('what clients call and get back');
      },
    };
  },
};

/** Which values are told: a program may print what clients do, and not what they get. */
interface ValuesTold {
  write(event: Invoked, key: string): void;
  /** What the operation gave is known: a read that tells nothing where others do found nothing. */
  tells(event: Returned): boolean;
  /** A write of the key does not say what it wrote. */
  isBlind(key: string): boolean;
  isMissing(): boolean;
}

function createValuesTold(cluster: ClusterView): ValuesTold {
  const blind = new Set<string>();
  let readsTold = false;
  return {
    write({ op, value }, key) {
      if (op !== 'get' && value === undefined) blind.add(key);
    },
    tells({ op, value }) {
      if (op !== 'get') return true;
      readsTold ||= value !== undefined || cluster.tellsAll;
      return readsTold;
    },
    isBlind: (key) => blind.has(key),
    isMissing: () => blind.size > 0,
  };
}

function reportOf(key: string, { message, evidence }: NoOrder, whole: boolean): Report {
  const words = `what clients saw of key ${key} has no order: ${message}`;
  if (whole) return { verdict: 'violated', nodes: [], message: words, evidence };
  const doubt = 'unless an operation stood in lines that are missing';
  return {
    ...{ verdict: 'suspicious', severity: 'warning', nodes: [], evidence },
    message: `${words}, ${doubt}`,
  };
}

/**
 * Lines of clients are not numbered, but where the beginning of a trace is there, and no line of a
 * server is missing, none of theirs is taken to be. Clients alone are taken at their word.
 */
function isWhole({ servers, started }: ClusterView): boolean {
  if (servers.size === 0) return true;
  return started !== undefined && [...servers.values()].every(({ complete }) => complete);
}
