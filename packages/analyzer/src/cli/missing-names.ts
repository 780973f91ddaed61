import { escapeText, nodeOrder, type TraceEvent } from '@raftlens/trace';
import type { AnalyzeFlags } from './analyze-flags.ts';

/** Looks whether what was asked for by name is there at all. */
export interface MissingNames {
  observe(events: readonly TraceEvent[]): void;
  /** A sentence for each of `--node` and `--run` of which the log has nothing. */
  readonly complaints: readonly string[];
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
    get complaints() {
      return [
        ...(servers?.missing.map((name) => `no line is of a server ${name}${servers.seen}`) ?? []),
        ...(tests?.missing.map((name) => `no line is of a run ${name}${tests.seen}`) ?? []),
      ];
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
