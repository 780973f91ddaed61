import { type EventStreamOptions, openEventStream } from '../input/event-stream.ts';
import { mergeStreams } from '../input/merge-streams.ts';
import type { Source } from '../input/source.ts';
import { unknownWords } from '../render/files-text.ts';
import { type Comparison, firstDivergence, laneOfServer } from './first-divergence.ts';

/** A run as its logs tell it. */
export interface LoggedRun {
  readonly name: string;
  /** One log, or one of each server. */
  readonly sources: readonly Source[];
}

/** The passing run that goes along with a failing one for the longest time. */
export interface NearestRun {
  readonly passing: string;
  readonly comparison: Comparison;
}

/**
 * Compares a failing run with each of the passing ones. Undefined where none can be compared; why
 * is told by `onProblem`, run by run.
 */
export async function nearestRun(
  passing: readonly LoggedRun[],
  failing: LoggedRun,
  options: EventStreamOptions = {},
  onProblem: (problem: string) => void = () => {},
): Promise<NearestRun | undefined> {
  let nearest: NearestRun | undefined;
  for (const run of passing) {
    let [pass, fail] = [open(run, options), open(failing, options)];
    let comparison = await firstDivergence(pass.batches, fail.batches);
    if (comparison.kind === 'alike' && comparison.alike === 0) {
      // They have no test in common by its name: some name each run anew.
      [pass, fail] = [open(run, options), open(failing, options)];
      comparison = await firstDivergence(pass.batches, fail.batches, laneOfServer);
    }
    const unread = fail.problem();
    if (unread !== undefined) {
      onProblem(unread);
      return undefined;
    }
    const problem = pass.problem();
    if (problem !== undefined) onProblem(problem);
    else if (nearest === undefined || alikeOf(comparison) > alikeOf(nearest.comparison)) {
      nearest = { passing: run.name, comparison };
    }
  }
  return nearest;
}

/** How long two runs go along; one that does not part from the other is nearest of all. */
function alikeOf(comparison: Comparison): number {
  return comparison.kind === 'alike' ? Number.POSITIVE_INFINITY : comparison.divergence.alike;
}

interface Opened {
  readonly batches: Parameters<typeof firstDivergence>[0];
  /** Why it cannot be compared, when it was read. A run of several logs may have some without. */
  problem(): string | undefined;
}

function open({ sources }: LoggedRun, options: EventStreamOptions): Opened {
  const streams = sources.map((source) => openEventStream(source, options));
  const [first] = streams;
  return {
    batches:
      first !== undefined && streams.length === 1
        ? first.batches
        : mergeStreams(streams.map(({ batches }) => batches)),
    problem() {
      const reports = streams.map((stream) => stream.report());
      if (reports.some(({ format }) => format !== 'unknown')) return undefined;
      const [unread] = reports;
      if (unread === undefined) return 'a run without a log';
      return `${unread.file}: ${unread.problem?.message ?? unknownWords(unread)}`;
    },
  };
}
