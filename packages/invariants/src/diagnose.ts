import type { TraceEvent } from '@raftlens/trace';
import type { Finding, Suspect } from './finding.ts';
import type { Sign } from './signs/sign.ts';
import { createStepper } from './signs/step.ts';
import { signWatches } from './signs/watches.ts';

/** Looks for signs of known bugs in the events of a trace, in the order that the judge saw. */
export interface Diagnosis {
  observe(event: TraceEvent): void;
  /** The findings, with what the signs say of their suspects. */
  explain(findings: readonly Finding[]): readonly Finding[];
}

interface Run {
  readonly signs: Map<string, Sign>;
  observe(event: TraceEvent): void;
  end(): void;
}

/** A suspect of which there is no sign although its signs were looked for ranks behind by so much. */
const unseen = 0.6;
/** A sign that comes after the finding says so much less. */
const late = 0.8;

/** Begins with no signs; each Raft group of each run is looked at by itself. */
export function createDiagnosis(): Diagnosis {
  const runs = new Map<string, Run>();
  let current: { readonly key: string; readonly run: Run } | undefined;
  const runOf = (key: string): Run => {
    if (current?.key === key) return current.run;
    const run = runs.get(key) ?? createRun();
    runs.set(key, run);
    current = { key, run };
    return run;
  };
  return {
    observe: (event) => runOf(keyOf(event)).observe(event),
    explain(findings) {
      for (const run of runs.values()) run.end();
      return findings.map((finding) => {
        const signs = runs.get(keyOf(finding))?.signs;
        return signs === undefined ? finding : { ...finding, causes: suspectsOf(finding, signs) };
      });
    },
  };
}

function keyOf({ group, run }: Pick<TraceEvent, 'group' | 'run'>): string {
  return `${group ?? ''} ${run ?? ''}`;
}

function createRun(): Run {
  const signs = new Map<string, Sign>();
  const watches = signWatches.map((make) =>
    make((bug, confidence, why, events) => {
      const known = signs.get(bug);
      const last = events.at(-1);
      const time = Math.min(known?.time ?? Number.POSITIVE_INFINITY, last?.time ?? 0);
      if (known === undefined || known.confidence < confidence) {
        signs.set(bug, { bug, confidence, why, node: last?.node, time, events });
      } else if (time < known.time) signs.set(bug, { ...known, time });
    }),
  );
  const stepper = createStepper((step) => {
    for (const watch of watches) watch.step(step);
  });
  const eager = watches.filter(({ event }) => event !== undefined);
  return {
    signs,
    observe(event) {
      stepper.observe(event);
      for (const watch of eager) watch.event?.(event, stepper.servers);
    },
    end() {
      stepper.end();
      for (const watch of watches) watch.end?.();
    },
  };
}

function suspectsOf(finding: Finding, signs: ReadonlyMap<string, Sign>): readonly Suspect[] {
  const end = Math.max(...finding.evidence.map(({ time }) => time));
  if (signs.size === 0) return finding.causes;
  // What was first seen after the finding cannot have led to it; a like thing may have, unseen.
  const seen: Suspect[] = [...signs.values()].map(({ bug, confidence, why, time }) => ({
    bug,
    confidence: Math.round(confidence * (time <= end ? 1 : late) * 100) / 100,
    why,
  }));
  const others = finding.causes
    .filter(({ bug }) => !seen.some((sign) => sign.bug === bug))
    .map((suspect) => ({
      ...suspect,
      confidence: Math.round(suspect.confidence * unseen * 100) / 100,
    }));
  return [...seen, ...others].sort((a, b) => b.confidence - a.confidence);
}
