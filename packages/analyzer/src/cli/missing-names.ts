import process from 'node:process';
import { escapeText, nodeOrder, type TraceEvent } from '@raftlens/trace';
import type { AnalyzeFlags } from './analyze-flags.ts';

/** Looks whether what was asked for by name is there at all. */
export interface MissingNames {
  observe(events: readonly TraceEvent[]): void;
  /** Says on standard error of which of `--node` and `--run` the log has nothing. */
  tell(): void;
}

const mostNames = 20;

/** Begins with nothing seen. */
export function createMissingNames({ nodes, runs }: AnalyzeFlags): MissingNames {
  const servers = createLookout(nodes);
  const tests = createLookout(runs);
  return {
    observe(events) {
      if (servers === undefined && tests === undefined) return;
      for (const { node, run } of events) {
        if (node !== undefined) servers?.see(node);
        if (run !== undefined) tests?.see(run);
      }
    },
    tell() {
      for (const [what, lookout] of [
        ['server', servers],
        ['run', tests],
      ] as const) {
        for (const name of lookout?.missing ?? []) {
          process.stderr.write(
            `raft-analyze: no line is of a ${what} ${name}${lookout?.seen ?? ''}\n`,
          );
        }
      }
    },
  };
}

interface Lookout {
  see(name: string): void;
  readonly missing: readonly string[];
  /** The names there are, as the end of a sentence. */
  readonly seen: string;
}

function createLookout(wanted: readonly string[] | undefined): Lookout | undefined {
  if (wanted === undefined) return undefined;
  const unseen = new Set(wanted);
  const seen = new Set<string>();
  return {
    see(name) {
      unseen.delete(name);
      if (seen.size <= mostNames) seen.add(name);
    },
    get missing() {
      return [...unseen].map((name) => escapeText(name));
    },
    get seen() {
      if (seen.size === 0) return '';
      const names = [...seen]
        .sort(nodeOrder)
        .slice(0, mostNames)
        .map((name) => escapeText(name));
      return `; there are ${names.join(', ')}${seen.size > mostNames ? ' and more' : ''}`;
    },
  };
}
