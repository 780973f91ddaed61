import type { EntryId, TraceEvent } from '@raftlens/trace';
import { timeOfDay } from '../render/clock.ts';
import { createAnswerRows } from './answer-rows.ts';
import { answerTable } from './answer-table.ts';
import { clusterKey, clusterName, clusterOf } from './cluster-key.ts';
import { createLogTable, type LogTable, type StoredEntry } from './log-table.ts';
import { placeOf } from './place-of.ts';
import type { Question } from './question.ts';

/** Two logs that part at an index, until one of them is cut there. */
interface Parting {
  readonly cluster: string;
  readonly index: number;
  readonly nodes: readonly [string, string];
  readonly entries: readonly [StoredEntry, StoredEntry];
  readonly since: number;
  readonly place: string | undefined;
  healed:
    | { readonly time: number; readonly by: string; readonly place: string | undefined }
    | undefined;
}

/** Which entry diverged and since when: a pair of servers and the first index a row. */
export const divergence: Question = {
  name: 'divergence',
  title: 'which entry diverged, between whom, and since when',
  open() {
    const rows = createAnswerRows<Parting>();
    const tables = new Map<string, LogTable>();
    const open = new Map<string, Parting>();

    const compare = (event: TraceEvent, node: string, index: number, table: LogTable): void => {
      const own = table.entryOf(node, index);
      if (own === undefined) return;
      for (const [other, entry] of table.entriesAt(index)) {
        if (other === node || isSame(own, entry)) continue;
        const key = pairKey(event, node, other);
        // The logs part once: what follows is of the same divergence.
        if (open.has(key)) continue;
        const parting: Parting = {
          ...{ cluster: clusterName(event), index, nodes: [other, node], entries: [entry, own] },
          ...{ since: event.time, place: placeOf(event), healed: undefined },
        };
        open.set(key, parting);
        rows.add(parting);
      }
    };

    const cut = (event: TraceEvent, node: string, fromIndex: number): void => {
      for (const [key, parting] of open) {
        if (parting.cluster !== clusterName(event)) continue;
        if (!parting.nodes.includes(node) || parting.index < fromIndex) continue;
        parting.healed = { time: event.time, by: node, place: placeOf(event) };
        open.delete(key);
      }
    };

    return {
      observe(event) {
        const { node } = event;
        if (node === undefined) return;
        const table = tables.get(clusterKey(event)) ?? createLogTable();
        tables.set(clusterKey(event), table);
        if (event.event === 'log.appended') {
          // What is written over is gone, also where no line says that it was cut.
          if (event.firstIndex <= table.lastIndexOf(node)) cut(event, node, event.firstIndex);
          table.append(node, event.firstIndex, event.entries);
          for (let at = 0; at < event.entries.length; at += 1) {
            compare(event, node, event.firstIndex + at, table);
          }
        } else if (event.event === 'log.truncated') {
          table.truncate(node, event.fromIndex);
          cut(event, node, event.fromIndex);
        } else if (event.event === 'commit.advanced') {
          table.commit(node, event.to);
        } else if (event.event === 'snapshot.installed') {
          table.commit(node, event.index);
          cut(event, node, 0);
        }
      },
      async text(page) {
        const head = ['index', 'servers', 'hold', 'since', 'at', 'healed'];
        const nothing = 'No two logs part in this log.';
        return answerTable(rows, { head, cells: cellsOf, cluster: clusterOf, nothing }, page);
      },
      json: () => rows.kept.map((parting) => ({ ...parting, healed: parting.healed ?? null })),
    };
  },
};

function isSame(left: EntryId, right: EntryId): boolean {
  if (left.term !== right.term) return false;
  return left.hash === undefined || right.hash === undefined || left.hash === right.hash;
}

function pairKey(event: TraceEvent, left: string, right: string): string {
  return JSON.stringify([clusterKey(event), ...[left, right].sort()]);
}

function cellsOf(parting: Parting): readonly (string | number | undefined)[] {
  const { index, nodes, entries, since, place, healed } = parting;
  const [left, right] = entries;
  return [
    index,
    nodes.join(', '),
    `${entryName(index, left)}, ${entryName(index, right)}`,
    timeOfDay(since),
    place,
    healed === undefined ? 'not in this log' : sentenceOf(healed),
  ];
}

function sentenceOf({ time, by, place }: NonNullable<Parting['healed']>): string {
  return `${timeOfDay(time)}, ${by} cut its log${place === undefined ? '' : ` (${place})`}`;
}

function entryName(index: number, { term, hash }: EntryId): string {
  return `${index}@${term}${hash === undefined ? '' : ` ${hash}`}`;
}
