import type { TraceEvent } from '@raftlens/trace';
import type { Finding, Suspect } from './finding.ts';
import { untoldFor } from './signs/is-told.ts';
import { createPrintedLines } from './signs/printed-lines.ts';
import type { DenySign, Sign, TellSign } from './signs/sign.ts';
import { createStepper, type Stepper } from './signs/step.ts';
import { signWatches } from './signs/watches.ts';
import { createSlice } from './slice.ts';
import { withStories } from './stories.ts';
import { whatToLogNext } from './what-to-log-next.ts';

/** Looks for signs of known bugs in the events of a trace, in the order that the judge saw. */
export interface Diagnosis {
  observe(event: TraceEvent): void;
  /** The findings, with what the signs say of their suspects, and told as stories. */
  explain(): readonly Finding[];
}

/** A Raft group: all its runs are of one program, so that what one of them shows holds of all. */
interface Group {
  readonly signs: ReadonlyMap<string, Sign>;
  /** Kinds of lines that signs would need, and that are never printed. */
  readonly untold: ReadonlySet<string>;
  /** What speaks against bugs. */
  readonly denials: ReadonlyMap<string, Denial>;
  observe(event: TraceEvent): void;
  /** The trace is over; signs that rest on lines which its program never prints are dropped. */
  end(): void;
}

/** What servers did right that a bug would have made them do wrong. */
interface Denial {
  readonly why: string;
  times: number;
}

/** A suspect without a sign, although its signs were looked for, stands so much lower. */
const unseen = 0.6;
/** What a clue is so sure of needs no sign. */
const sure = 0.85;
/** A suspect without a sign stands so much lower where servers were seen to do right. */
const denied = 0.5;
/** A sign so much, where others of its kind were seen to be right. */
const doubted = 0.95;
/** A sign that comes after the finding says so much less. */
const late = 0.8;

/** Slices are made of so many stories; nobody reads more. */
const slicesMade = 10;

/**
 * Begins with the findings of a judge, the weightiest first, and no signs; each Raft group is
 * looked at by itself. It is for a second pass, over traces that failed.
 */
export function createDiagnosis(findings: readonly Finding[]): Diagnosis {
  const groups = new Map<string | undefined, Group>();
  // Whose story it is may change by the signs: any violation may turn out to be its cause.
  const slices = new Map(
    findings.slice(0, slicesMade * 2).map((finding) => [finding, createSlice(finding)]),
  );
  return {
    observe(event) {
      const { group } = event;
      let known = groups.get(group);
      if (known === undefined) {
        known = createGroup();
        groups.set(group, known);
      }
      known.observe(event);
      for (const slice of slices.values()) slice.observe(event);
    },
    explain() {
      for (const group of groups.values()) group.end();
      return withStories(
        findings.map((finding) => {
          const group = groups.get(finding.group);
          const causes = group === undefined ? finding.causes : suspectsOf(finding, group);
          const chief = group?.signs.get(causes[0]?.bug ?? '');
          const slice = slices.get(finding)?.events(chief?.events ?? []);
          return {
            ...finding,
            causes,
            slice,
            logNext: whatToLogNext(finding, causes, group?.untold),
          };
        }),
      );
    },
  };
}

function createGroup(): Group {
  /** The strongest of each bug, by server and life: they need not print the same lines. */
  const told = new Map<string, Sign>();
  const signs = new Map<string, Sign>();
  const untold = new Set<string>();
  const printed = createPrintedLines();
  /** Our own simulation prints all that happens. */
  let printsAll = false;
  const denials = new Map<string, Denial>();
  const tell: TellSign = (bug, confidence, why, events) => {
    const last = events.at(-1);
    add(told, `${bug} ${last?.node} ${last?.inc}`, {
      ...{ bug, confidence, why, events, node: last?.node, run: last?.run },
      time: last?.time ?? 0,
    });
  };
  const deny: DenySign = (bug, why) => {
    const known = denials.get(bug);
    if (known === undefined) denials.set(bug, { why: why(), times: 1 });
    else known.times += 1;
  };
  const watches = signWatches.map((make) => make(tell, deny));
  const eager = watches.filter(({ event }) => event !== undefined);
  const steppers = new Map<string | undefined, Stepper>();
  return {
    signs,
    untold,
    denials,
    observe(event) {
      printed.observe(event);
      if (event.event === 'trace.started') printsAll = event.clock === 'virtual';
      let stepper = steppers.get(event.run);
      if (stepper === undefined) {
        stepper = createStepper((step) => {
          for (const watch of watches) watch.step(step);
        });
        steppers.set(event.run, stepper);
      }
      stepper.observe(event);
      for (const watch of eager) watch.event?.(event, stepper.servers);
    },
    end() {
      for (const stepper of steppers.values()) stepper.end();
      for (const watch of watches) watch.end?.();
      for (const sign of told.values()) {
        const missing = printsAll ? [] : untoldFor(sign.bug, sign.events, printed);
        if (missing.length === 0) add(signs, sign.bug, sign);
        for (const kind of missing) untold.add(kind);
      }
    },
  };
}

/** Keeps the strongest of a key, and when the first of them was seen. */
function add(signs: Map<string, Sign>, key: string, sign: Sign): void {
  const known = signs.get(key);
  const time = Math.min(known?.time ?? Number.POSITIVE_INFINITY, sign.time);
  if (known === undefined || known.confidence < sign.confidence) signs.set(key, { ...sign, time });
  else if (time < known.time) signs.set(key, { ...known, time });
}

function suspectsOf(finding: Finding, { signs, denials }: Group): readonly Suspect[] {
  const end = Math.max(...finding.evidence.map(({ time }) => time));
  // What was first seen after the finding cannot have led to it; a like thing may have, unseen.
  const seen: Suspect[] = [...signs.values()].map(({ bug, confidence, why, time, run }) => {
    const before = run !== finding.run || time <= end;
    const denial = denials.get(bug);
    return {
      bug,
      confidence: rounded(confidence * (before ? 1 : late) * (denial === undefined ? 1 : doubted)),
      why,
      against: [...(before ? [] : ['it was first seen after this was broken']), ...wordsOf(denial)],
    };
  });
  const others = finding.causes
    .filter(({ bug }) => !seen.some((sign) => sign.bug === bug))
    .map((suspect) => unseenSuspect(suspect, signs.size > 0, denials.get(suspect.bug)));
  return [...seen, ...others].sort((a, b) => b.confidence - a.confidence);
}

/** A suspect that the finding by itself hints at, and whose own doing was not seen. */
function unseenSuspect(suspect: Suspect, otherSeen: boolean, denial: Denial | undefined): Suspect {
  const { confidence } = suspect;
  const less = (otherSeen ? unseen : 1) * (denial === undefined ? 1 : denied);
  return {
    ...suspect,
    confidence: confidence >= sure ? confidence : rounded(confidence * less),
    against: [
      ...wordsOf(denial),
      ...(otherSeen ? ['what servers did shows something else, and nothing of this'] : []),
    ],
  };
}

function wordsOf(denial: Denial | undefined): readonly string[] {
  if (denial === undefined) return [];
  const { why, times } = denial;
  return [times === 1 ? why : `${why}, and ${times - 1} times more like it`];
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
