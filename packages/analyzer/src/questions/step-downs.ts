import type { TraceEvent } from '@raftlens/trace';
import { timeOfDay } from '../render/clock.ts';
import { createAnswerRows } from './answer-rows.ts';
import { answerTable } from './answer-table.ts';
import { clusterName, clusterOf, serverKey } from './cluster-key.ts';
import { placeOf } from './place-of.ts';
import type { Question } from './question.ts';

/** A leadership and its end. */
interface Reign {
  readonly cluster: string;
  readonly node: string;
  readonly term: number | undefined;
  readonly from: number;
  to: number | undefined;
  cause: string;
  /** The newer term that ended it, and who showed it. */
  shown: string;
  place: string | undefined;
}

/** Why leaders stepped down: a leadership a row. */
export const stepDowns: Question = {
  name: 'step-downs',
  title: 'why leaders stepped down, and which never did',
  open() {
    const rows = createAnswerRows<Reign>();
    const leading = new Map<string, Reign>();
    /** The last newer term that each server saw, which its next change of role is due to. */
    const shown = new Map<string, string>();

    const end = (event: TraceEvent, node: string, cause: string): void => {
      const key = serverKey(event, node);
      const reign = leading.get(key);
      if (reign === undefined) return;
      leading.delete(key);
      reign.to = event.time;
      reign.cause = cause;
      reign.shown = shown.get(key) ?? '';
      reign.place = placeOf(event);
    };

    const begin = (event: TraceEvent, node: string): void => {
      const key = serverKey(event, node);
      shown.delete(key);
      const reign: Reign = {
        ...{ cluster: clusterName(event), node, term: event.term, from: event.time },
        ...{ to: undefined, cause: 'not logged', shown: '', place: placeOf(event) },
      };
      leading.set(key, reign);
      rows.add(reign);
    };

    return {
      observe(event) {
        const { node } = event;
        if (node === undefined) return;
        if (event.event === 'term.changed') {
          const by = event.source === undefined ? '' : ` of ${event.source}`;
          shown.set(serverKey(event, node), `term ${event.to} in ${event.cause ?? 'an RPC'}${by}`);
        } else if (event.event === 'role.changed' && event.to === 'leader') {
          end(event, node, 'led on in another term');
          begin(event, node);
        } else if (event.event === 'role.changed') {
          end(event, node, event.cause ?? 'no cause given');
        } else if (event.event === 'node.crashed' || event.event === 'node.stopped') {
          end(event, node, event.event === 'node.crashed' ? 'crashed' : 'stopped');
        } else if (event.event === 'node.started') {
          end(event, node, 'restarted');
        }
      },
      async text(page) {
        const head = ['leader', 'term', 'from', 'to', 'led for', 'why it ended', 'shown by'];
        const nothing = 'No server becomes leader in this log.';
        return answerTable(rows, { head, cells: cellsOf, cluster: clusterOf, nothing }, page);
      },
      json: () => rows.kept.map((reign) => ({ ...reign, to: reign.to ?? null })),
    };
  },
};

function cellsOf(reign: Reign): readonly (string | number | undefined)[] {
  const { node, term, from, to, cause, shown, place } = reign;
  return [
    node,
    term ?? '?',
    timeOfDay(from),
    to === undefined ? '' : timeOfDay(to),
    to === undefined ? '' : `${Math.round(to - from)} ms`,
    `${cause}${to !== undefined && place !== undefined ? ` (${place})` : ''}`,
    shown,
  ];
}
