import { renderEvent, type TraceEvent } from '@raftlens/trace';
import {
  createJudge,
  type Finding,
  type Judgement,
  type JudgeOptions,
  type Rule,
} from '../src/index.ts';
import { type ScriptOptions, script } from './trace-script.ts';

/** Judges a whole trace. */
export function judge(events: readonly TraceEvent[], options: JudgeOptions = {}): Judgement {
  const judging = createJudge({ tellsAll: true, ...options });
  for (const event of events) judging.observe(event);
  return judging.finish();
}

/** Judges a script by one rule, causes apart: each finding in words, or the verdict without any. */
export function judged(rule: Rule, text: string, options: ScriptOptions = {}): string {
  const { findings, coverage } = judge(script(text, options), { rules: [rule], causes: [] });
  if (findings.length > 0) return findings.map(show).join('\n');
  return coverage
    .map(({ verdict, missing }) => (missing === undefined ? verdict : `${verdict}: ${missing}`))
    .join('\n');
}

/** A finding as a report would tell it, with each line of evidence by its number in the script. */
export function show(finding: Finding): string {
  const { verdict, severity, term, nodes, message, evidence, causes } = finding;
  const where = [
    ...(term === undefined ? [] : [`term ${term}`]),
    ...(nodes.length === 0 ? [] : [nodes.join(' ')]),
  ].join(', ');
  return [
    `${verdict} (${severity})${where === '' ? '' : ` ${where}`}: ${message}`,
    ...evidence.map((event) => `  ${event.at?.line ?? '-'}: ${renderEvent(event)}`),
    ...causes.map(({ bug, confidence, why }) => `  ? ${bug} ${confidence}: ${why}`),
  ].join('\n');
}
