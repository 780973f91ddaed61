import type { TraceEvent } from '@raftlens/trace';
import type { ClusterJudge } from './cluster-judge.ts';

/** One Raft group of one run, and how far it is judged. */
export interface ClusterPlace {
  readonly run: string | undefined;
  readonly group: string | undefined;
  /** Not there yet where its events wait. */
  judge: ClusterJudge | undefined;
  /** Events that nobody judged yet. */
  waiting: TraceEvent[];
}

/** The groups of a trace, by run. */
export interface ClusterPlaces {
  /** That of this run and group, which is made where it is not there. */
  at(run: string | undefined, group: string | undefined): ClusterPlace;
  has(place: ClusterPlace): boolean;
  drop(place: ClusterPlace): void;
  /** In the order in which they were made. */
  all(): Iterable<ClusterPlace>;
  size(): number;
}

/** Begins with none. Lines of many groups come in turn: a key for each line would cost most. */
export function createClusterPlaces(): ClusterPlaces {
  const byRun = new Map<string | undefined, Map<string | undefined, ClusterPlace>>();
  const places = new Set<ClusterPlace>();
  return {
    at(run, group) {
      const known = byRun.get(run)?.get(group);
      if (known !== undefined) return known;
      const place: ClusterPlace = { run, group, judge: undefined, waiting: [] };
      const byGroup = byRun.get(run) ?? new Map<string | undefined, ClusterPlace>();
      byRun.set(run, byGroup);
      byGroup.set(group, place);
      places.add(place);
      return place;
    },
    has: (place) => places.has(place),
    drop(place) {
      const { run, group } = place;
      places.delete(place);
      byRun.get(run)?.delete(group);
      if (byRun.get(run)?.size === 0) byRun.delete(run);
    },
    all: () => places,
    size: () => places.size,
  };
}
