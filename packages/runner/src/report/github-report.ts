import type { LoopReport } from './loop-report.ts';

/** GitHub shows no more annotations of a step. */
const annotationsShown = 10;

/** A loop as annotations of a GitHub workflow, a line each. */
export function githubReport({ what, runs, failed, failures }: LoopReport): string {
  const errors = failures.slice(0, annotationsShown).map((failure) => {
    const rule = failure.rule === undefined ? '' : `${failure.rule}: `;
    const text = `${rule}${failure.message}\nreplay: ${failure.replay}`;
    const title = `run ${failure.run} of ${what}`;
    return `::error title=${property(title)}::${data(text)}\n`;
  });
  const all = `::notice title=raft-loop::${data(`${runs} runs of ${what}, ${failed} failed`)}\n`;
  return `${errors.join('')}${all}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
