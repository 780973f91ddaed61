import { workflowCommand } from '@raftlens/analyzer/page';
import type { LoopReport } from './loop-report.ts';

/** GitHub shows no more annotations of a step. */
const annotationsShown = 10;

/** A loop as annotations of a GitHub workflow, a line each. */
export function githubReport({ what, runs, failed, failures }: LoopReport): string {
  const errors = failures.slice(0, annotationsShown).map((failure) => {
    const rule = failure.rule === undefined ? '' : `${failure.rule}: `;
    const text = `${rule}${failure.message}\nreplay: ${failure.replay}`;
    const title = `run ${failure.run} of ${what}`;
    return workflowCommand('error', { title }, text);
  });
  const all = workflowCommand(
    'notice',
    { title: 'raft-loop' },
    `${runs} runs of ${what}, ${failed} failed`,
  );
  return `${errors.join('')}${all}`;
}
