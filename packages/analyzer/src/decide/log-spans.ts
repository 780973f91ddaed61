import type { TraceEvent } from '@raftlens/trace';

/** When each log began and ended. */
export interface LogSpans {
  see(events: readonly TraceEvent[]): void;
  /** One was over well before the other began. */
  areApart(file: string, other: string): boolean;
}

interface Span {
  first: number;
  last: number;
}

/** Clocks of two servers differ by less than this, ms, where somebody looks after them. */
const leastGap = 10_000;

/** `logs` are the parts of each log that was rotated. */
export function createLogSpans(logs: readonly (readonly string[])[]): LogSpans {
  const spans = new Map<string, Span>();
  const parts = new Map(logs.flatMap((files) => files.map((file) => [file, files])));
  return {
    see(events) {
      // Most events are of the file of the one before.
      let file: string | undefined;
      let span: Span | undefined;
      for (const { at, time } of events) {
        if (at === undefined) continue;
        if (span === undefined || at.file !== file) {
          file = at.file;
          span = spans.get(file);
          if (span === undefined) {
            span = { first: time, last: time };
            spans.set(file, span);
          }
        }
        if (time < span.first) span.first = time;
        if (time > span.last) span.last = time;
      }
    },
    areApart(file, other) {
      const [one, two] = [spanOf(file), spanOf(other)];
      return one.last + leastGap < two.first || two.last + leastGap < one.first;
    },
  };

  function spanOf(file: string): Span {
    const all = (parts.get(file) ?? [file]).flatMap((part) => spans.get(part) ?? []);
    return {
      first: Math.min(...all.map(({ first }) => first)),
      last: Math.max(...all.map(({ last }) => last)),
    };
  }
}
