import { createRecent } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import type { Page } from '../render/finding-text.ts';
import { drawTable } from '../render/table.ts';
import { clusterKey, serverKey } from './cluster-key.ts';
import { createHistogram, type Histogram } from './histogram.ts';
import type { Question } from './question.ts';

/** What is measured, by name. */
interface Measures {
  readonly tenure: Histogram;
  readonly election: Histogram;
  readonly leaderless: Histogram;
  readonly commit: Histogram;
}

const titles: Readonly<Record<keyof Measures, string>> = {
  tenure: 'leader tenure',
  election: 'election, first timeout to leader',
  leaderless: 'time without a leader',
  commit: 'commit latency at the leader',
};

const sparkColumns = 16;
/** Proposals that wait for their commit; beyond that, the oldest is not measured. */
const proposalsKept = 100_000;

/** How long things take: leaderships, elections, times without a leader, commits. */
export const stats: Question = {
  name: 'stats',
  title: 'how long leaders lead, elections last and commits take',
  open() {
    const measures: Measures = {
      tenure: createHistogram(),
      election: createHistogram(),
      leaderless: createHistogram(),
      commit: createHistogram(),
    };
    const clusters = new Map<string, ClusterClock>();
    return {
      observe(event) {
        const key = clusterKey(event);
        const clock = clusters.get(key) ?? createClusterClock(measures);
        clusters.set(key, clock);
        clock.observe(event);
      },
      text: (page) => textOf(measures, page),
      json: () =>
        Object.fromEntries(
          Object.entries(measures).map(([name, histogram]: [string, Histogram]) => [
            name,
            {
              count: histogram.count,
              p50Ms: histogram.quantile(0.5),
              p95Ms: histogram.quantile(0.95),
              maxMs: histogram.quantile(1),
            },
          ]),
        ),
    };
  },
};

/** Times what one cluster does. */
interface ClusterClock {
  observe(event: TraceEvent): void;
}

function createClusterClock(measures: Measures): ClusterClock {
  const leading = new Map<string, number>();
  const proposed = createRecent<number>(proposalsKept);
  /** What is still remembered of them, and somewhat more. */
  let waiting = 0;
  let campaign: number | undefined;
  let alone: number | undefined;

  const begin = (event: TraceEvent, node: string): void => {
    if (leading.size === 0 && alone !== undefined) measures.leaderless.add(event.time - alone);
    if (campaign !== undefined) measures.election.add(event.time - campaign);
    campaign = undefined;
    leading.set(node, event.time);
  };

  const end = (event: TraceEvent, node: string): void => {
    const since = leading.get(node);
    if (since === undefined) return;
    leading.delete(node);
    measures.tenure.add(event.time - since);
    if (leading.size === 0) alone = event.time;
  };

  const committed = (event: TraceEvent, node: string, from: number, to: number): void => {
    for (let index = from + 1; index <= to && waiting > 0; index += 1) {
      const key = `${serverKey(event, node)} ${index}`;
      const since = proposed.get(key);
      if (since === undefined) continue;
      measures.commit.add(event.time - since);
      proposed.delete(key);
      waiting -= 1;
    }
  };

  return {
    observe(event) {
      const { node } = event;
      if (node === undefined) return;
      switch (event.event) {
        case 'election.started':
          if (event.preVote !== true) campaign ??= event.time;
          return;
        case 'role.changed':
          end(event, node);
          if (event.to === 'leader') begin(event, node);
          return;
        case 'node.crashed':
        case 'node.stopped':
        case 'node.started':
          end(event, node);
          return;
        case 'entry.proposed':
          proposed.set(`${serverKey(event, node)} ${event.index}`, event.time);
          waiting += 1;
          return;
        case 'commit.advanced':
          // A foreign line may claim any range; what was never proposed is not walked through.
          if (event.from !== undefined && event.to - event.from <= proposalsKept) {
            committed(event, node, event.from, event.to);
          }
          return;
        default:
          return;
      }
    },
  };
}

async function textOf(measures: Measures, { width }: Page): Promise<string> {
  const rows = Object.entries(measures).map(([name, histogram]: [string, Histogram]) => [
    titles[name as keyof Measures],
    String(histogram.count),
    ...[0, 0.5, 0.95, 1].map((share) => shown(histogram, share)),
    histogram.sparkline(sparkColumns),
  ]);
  const head = ['what', 'times', 'least', 'median', '95 %', 'most', 'spread'];
  return drawTable({ head, rows, width });
}

function shown(histogram: Histogram, share: number): string {
  if (histogram.count === 0) return '';
  const ms = histogram.quantile(share);
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
