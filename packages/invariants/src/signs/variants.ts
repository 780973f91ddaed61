import type { TraceEvent } from '@raftlens/trace';
import type { TellSign } from './sign.ts';

/** Ways to decide a question, of which a server follows one: the right one or that of a bug. */
export interface Variant<Question> {
  /** The bug's name; undefined for the right way. */
  readonly bug: string | undefined;
  decide(question: Question): boolean | number | string;
}

/** Which ways are left after what was seen. */
export interface VariantTable<Question> {
  /** Takes a question and what a server decided; true when the right way says otherwise. */
  see(
    question: Question,
    decided: boolean | number | string,
    events: readonly TraceEvent[],
  ): boolean;
  /** The bugs whose way is out, each with the first question that they decide otherwise. */
  readonly out: ReadonlyMap<string, Question>;
  /**
   * Tells the bugs by whose way all of it was decided where the right way says otherwise, and how
   * often that was, with the earliest such decision; surer of one that is alone.
   */
  tellLeft(tell: TellSign, alone: number, why: (times: number) => string): void;
}

/** How sure one can be of each of several ways that fit. */
const tied = 0.9;

/** Begins with all ways open. */
export function createVariantTable<Question>(
  variants: readonly Variant<Question>[],
): VariantTable<Question> {
  const open = new Map(variants.map((variant) => [variant, 0]));
  const right = variants.find(({ bug }) => bug === undefined);
  const out = new Map<string, Question>();
  let first: readonly TraceEvent[] | undefined;
  return {
    out,
    see(question, decided, events) {
      const should = right?.decide(question);
      const wrong = should !== decided;
      // Steps are told when they end: a later one may have begun before.
      if (wrong && timeOf(events) < timeOf(first)) first = events;
      for (const [variant, times] of open) {
        if (variant.decide(question) !== decided) {
          open.delete(variant);
          if (variant.bug !== undefined) out.set(variant.bug, question);
        } else if (wrong) open.set(variant, times + 1);
      }
      return wrong;
    },
    tellLeft(tell, alone, why) {
      if (first === undefined) return;
      const left = [...open].flatMap(([{ bug }, times]) =>
        bug === undefined || times === 0 ? [] : [{ bug, times }],
      );
      for (const { bug, times } of left)
        tell(bug, left.length === 1 ? alone : tied, why(times), first);
    },
  };
}

function timeOf(events: readonly TraceEvent[] | undefined): number {
  return events?.at(-1)?.time ?? Number.POSITIVE_INFINITY;
}
