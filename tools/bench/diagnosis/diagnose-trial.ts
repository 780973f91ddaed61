import type { Bug } from '@raftlens/bugs';
import {
  createDiagnosis,
  createJudge,
  type Finding,
  orderFindings,
  type Suspect,
} from '@raftlens/invariants';
import { runSeed } from '@raftlens/loop';
import type { TraceEvent } from '@raftlens/trace';
import { type FailingTrial, loadTrial } from './find-trace.ts';

/** What the trace of a failing run came to, without a look at the core that made it. */
export interface Verdict {
  /** The rule of the first story. */
  readonly rule: string | undefined;
  /** The suspects of its chief, the likeliest first. */
  readonly suspects: readonly Suspect[];
  /** The same without the lines in which the harness tells a step that Figure 2 does not allow. */
  readonly bare: readonly Suspect[];
}

/** Runs it again, and explains its trace as `raft-analyze` does. */
export async function diagnoseTrial(bug: Bug, trial: FailingTrial): Promise<Verdict> {
  const events: TraceEvent[] = [];
  runSeed({ ...(await loadTrial(bug, trial)), observe: (event) => events.push(event) });
  const { rule, causes } = chiefOf(events) ?? {};
  const words = events.some(isOurWord);
  const bare = words ? chiefOf(events.filter((event) => !isOurWord(event)))?.causes : causes;
  return { rule, suspects: causes ?? [], bare: bare ?? [] };
}

/** The chief of the first story. */
function chiefOf(events: readonly TraceEvent[]): Finding | undefined {
  const judge = createJudge();
  for (const event of events) judge.observe(event);
  const diagnosis = createDiagnosis(orderFindings(judge.finish().findings));
  for (const event of events) diagnosis.observe(event);
  return diagnosis
    .explain()
    .find((finding) => finding.story === 1 && finding.consequenceOf === undefined);
}

/** What only the harness here can say, as it looks into the server; no log of others has it. */
function isOurWord(event: TraceEvent): boolean {
  return event.event === 'test.observed' && /^(figure-2|conformance)$/.test(event.fact);
}
