import type { TraceEvent } from '@raftlens/trace';
import type { Report } from '../finding.ts';
import type { RuleContext } from '../rule-context.ts';

/**
 * Reports that rest on what a server did not do, as far as its lines tell: its next line shows
 * whether one before it is lost.
 */
export interface WaitingReports {
  /**
   * What `node` writes up to the time `until` may still take the report back; `stands` says whether
   * it did.
   */
  add(node: string, report: Report, until: number, stands: () => boolean): void;
  /** A check's `onNext`. */
  next(event: TraceEvent): void;
  /** The trace ends: whoever wrote nothing more has nothing to be doubted by. */
  end(): void;
}

interface Waiting {
  readonly node: string;
  readonly report: Report;
  readonly until: number;
  readonly stands: () => boolean;
}

/** Begins with none. */
export function createWaitingReports(context: RuleContext): WaitingReports {
  let waiting: Waiting[] = [];
  return {
    add(node, report, until, stands) {
      waiting.push({ node, report, until, stands });
      context.attendNext(true);
    },
    next({ node, time }) {
      const isShown = (each: Waiting): boolean => each.node === node && time > each.until;
      if (node === undefined || !waiting.some(isShown)) return;
      const shown = waiting.filter(isShown);
      waiting = waiting.filter((each) => !isShown(each));
      if (waiting.length === 0) context.attendNext(false);
      if (context.cluster.servers.get(node)?.complete !== true) return;
      for (const { report, stands } of shown) if (stands()) context.report(report);
    },
    end() {
      for (const { report, stands } of waiting) if (stands()) context.report(report);
    },
  };
}
