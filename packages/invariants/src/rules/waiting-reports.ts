import type { TraceEvent } from '@raftlens/trace';
import type { Report } from '../finding.ts';
import type { RuleContext } from '../rule-context.ts';

/**
 * Reports that rest on what a server did not do, as far as its lines tell: its next line shows
 * whether one before it is lost.
 */
export interface WaitingReports {
  add(node: string, report: Report): void;
  /** A check's `onNext`. */
  next(event: TraceEvent): void;
  /** The trace ends: whoever wrote nothing more has nothing to be doubted by. */
  end(): void;
}

/** Begins with none. */
export function createWaitingReports(context: RuleContext): WaitingReports {
  let waiting: { readonly node: string; readonly report: Report }[] = [];
  return {
    add(node, report) {
      waiting.push({ node, report });
      context.attendNext(true);
    },
    next({ node }) {
      if (node === undefined || waiting.every((each) => each.node !== node)) return;
      const shown = waiting.filter((each) => each.node === node);
      waiting = waiting.filter((each) => each.node !== node);
      if (waiting.length === 0) context.attendNext(false);
      if (context.cluster.servers.get(node)?.complete !== true) return;
      for (const { report } of shown) context.report(report);
    },
    end() {
      for (const { report } of waiting) context.report(report);
    },
  };
}
