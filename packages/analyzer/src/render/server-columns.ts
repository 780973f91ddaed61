import { escapeText, nodeOrder, type TraceEvent } from '@raftlens/trace';
import type { Paint } from './paint.ts';

/** How the page is divided. */
export interface ColumnOptions {
  /** Columns of the page that the servers share. */
  readonly width: number;
  /** Which servers may have one; all, where it is left out. */
  readonly nodes: readonly string[] | undefined;
}

/** A column for each server that was met, in the order of their names. */
export interface ServerColumns {
  /** True where the event brings a server that was not met before. */
  meet(event: TraceEvent): boolean;
  /** Whether an event is of a server that may have a column, or of none. */
  has(event: TraceEvent): boolean;
  /** Names and rules to stand above the columns; none where the page is too narrow for columns. */
  head(indent: string, paint: Paint): string;
  /** Where an event starts, how much room it has there, and whether it must name its server. */
  place(event: TraceEvent): {
    readonly indent: number;
    readonly room: number;
    readonly unnamed: boolean;
  };
}

const narrowestColumn = 8;

/** Divides a page among servers as they show up. */
export function createServerColumns({ width, nodes: wanted }: ColumnOptions): ServerColumns {
  const met = new Set<string>();
  /** In the order of their names; those of a page that is too narrow for all need no order. */
  let nodes: readonly string[] = [];
  const room = (): number => Math.floor(width / met.size) - 1;
  const may = (node: string): boolean => wanted === undefined || wanted.includes(node);
  return {
    meet(event) {
      const before = met.size;
      for (const node of nodesOf(event)) if (may(node)) met.add(node);
      if (met.size === before) return false;
      if (room() >= narrowestColumn) nodes = [...met].sort(nodeOrder);
      return true;
    },
    has: ({ node }) => node === undefined || may(node),
    head(indent, paint) {
      if (met.size === 0 || room() < narrowestColumn) return '';
      const names = nodes.map((node) => escapeText(node, room()).padEnd(room()));
      const rule = nodes.map(() => '─'.repeat(room()));
      const lines = [
        paint('strong', `${indent}${names.join(' ')}`.trimEnd()),
        paint('quiet', `${indent}${rule.join(' ')}`),
      ];
      return `${lines.join('\n')}\n`;
    },
    place({ node }) {
      if (node === undefined) return { indent: 0, room: width - 1, unnamed: false };
      if (room() < narrowestColumn) return { indent: 0, room: width - 1, unnamed: true };
      return { indent: nodes.indexOf(node) * (room() + 1), room: room(), unnamed: false };
    },
  };
}

function nodesOf(event: TraceEvent): readonly string[] {
  if (event.event === 'trace.started') return event.nodes ?? [];
  return event.node === undefined ? [] : [event.node];
}
