import type { EventOf } from '@raftlens/trace';
import { timeOfDay } from '../render/clock.ts';
import { createAnswerRows } from './answer-rows.ts';
import { answerTable } from './answer-table.ts';
import { clusterName, clusterOf, serverKey } from './cluster-key.ts';
import { placeOf } from './place-of.ts';
import type { Question } from './question.ts';

/** An election timer that fired, and what had set it. */
interface Expiry {
  readonly cluster: string;
  readonly node: string;
  readonly term: number | undefined;
  readonly time: number;
  readonly place: string | undefined;
  readonly elapsedMs: number | undefined;
  readonly set: Reset | undefined;
}

interface Reset {
  readonly cause: string;
  readonly time: number;
  readonly place: string | undefined;
}

/** What fired or reset the election timer: an expiry a row, then the resets by cause. */
export const timers: Question = {
  name: 'timers',
  title: 'what fired or reset the election timer',
  open() {
    const rows = createAnswerRows<Expiry>();
    const last = new Map<string, Reset>();
    const causes = new Map<string, Map<string, number>>();

    const noteReset = (event: EventOf<'timer.started'>, node: string): void => {
      const cause = event.cause ?? 'no cause given';
      last.set(serverKey(event, node), { cause, time: event.time, place: placeOf(event) });
      const name = clusterName(event);
      const server = name === '' ? node : `${name}/${node}`;
      const counts = causes.get(server) ?? new Map<string, number>();
      causes.set(server, counts);
      counts.set(cause, (counts.get(cause) ?? 0) + 1);
    };

    const noteExpiry = (event: EventOf<'timer.expired'>, node: string): void => {
      const set = last.get(serverKey(event, node));
      const elapsedMs = event.elapsedMs ?? (set && event.time - set.time);
      const { term, time } = event;
      const [cluster, place] = [clusterName(event), placeOf(event)];
      rows.add({ cluster, node, term, time, place, elapsedMs, set });
    };

    return {
      observe(event) {
        if (event.node === undefined) return;
        if (event.event === 'timer.started' && event.timer === 'election') {
          noteReset(event, event.node);
        } else if (event.event === 'timer.expired' && event.timer === 'election') {
          noteExpiry(event, event.node);
        }
      },
      async text(page) {
        const head = ['fired at', 'server', 'term', 'after', 'last set by', 'at'];
        const nothing = 'No election timer fires in this log.';
        const fired = await answerTable(
          rows,
          { head, cells: cellsOf, cluster: clusterOf, nothing },
          page,
        );
        const counts = createAnswerRows<readonly [string, string, number]>();
        for (const [server, each] of causes) {
          for (const [cause, times] of each) counts.add([server, cause, times]);
        }
        if (counts.kept.length === 0) return fired;
        const resets = {
          head: ['server', 'set by', 'times'],
          cells: (row: readonly [string, string, number]) => row,
          cluster: () => '',
          nothing: '',
        };
        return `${fired}\nWhat set it\n${await answerTable(counts, resets, page)}`;
      },
      json: () => ({
        fired: rows.kept,
        setBy: [...causes].map(([server, counts]) => ({ server, ...Object.fromEntries(counts) })),
      }),
    };
  },
};

function cellsOf(expiry: Expiry): readonly (string | number | undefined)[] {
  const { node, term, time, elapsedMs, set } = expiry;
  return [
    timeOfDay(time),
    node,
    term ?? '?',
    elapsedMs === undefined ? '?' : `${Math.round(elapsedMs)} ms`,
    set?.cause ?? 'not logged',
    set === undefined ? '' : `${timeOfDay(set.time)}${set.place ? ` ${set.place}` : ''}`,
  ];
}
