import { analysisJson } from '@raftlens/analyzer';
import type { CommandSummary } from './command-summary.ts';
import { cleanRunsBound } from './confidence.ts';
import { type FailureRate, failureRate, usualConfidence } from './failure-rate.ts';
import type { LoopReport } from './loop-report.ts';

/** Name and version of what {@link reportJson} makes. */
export const reportSchema = 'raft-loop/1';

/** A report as one plain object for machines, `raft-loop --json`. What is not known is null. */
export function reportJson(report: LoopReport): Readonly<Record<string, unknown>> {
  const { command, confidence } = report;
  return {
    schema: reportSchema,
    what: report.what,
    runs: report.runs,
    passed: report.command?.passed ?? report.runs - report.failed,
    failed: report.failed,
    ...(report.explored === undefined ? { rate: rateOf(report) } : {}),
    elapsedMs: report.elapsedMs,
    interrupted: report.interrupted,
    failures: report.failures.map((failure) => ({
      run: failure.run,
      seed: failure.seed,
      scenario: failure.scenario ?? null,
      bug: failure.bug ?? null,
      rule: failure.rule ?? null,
      term: failure.term ?? null,
      nodes: failure.nodes,
      message: failure.message,
      log: failure.log ?? null,
      trace: failure.trace ?? null,
      replay: failure.replay,
      ...(failure.signature === undefined ? {} : { signature: failure.signature }),
      ...(failure.script === undefined ? {} : { script: failure.script }),
      ...(failure.reproduced === undefined ? {} : { reproduced: failure.reproduced }),
      ...(failure.twin === undefined ? {} : { twin: failure.twin }),
      capsule: failure.capsule ?? null,
      analysis: failure.analysis === undefined ? null : analysisJson(failure.analysis),
    })),
    ...(command === undefined ? {} : commandJson(command, confidence)),
    ...(report.explored === undefined ? {} : { explored: report.explored }),
    ...(report.failed === 0 &&
    report.runs > 0 &&
    !report.interrupted &&
    report.explored === undefined
      ? { proves: proof(command?.passed ?? report.runs, report.confidence) }
      : {}),
    ...(report.touched === undefined ? {} : { touched: report.touched }),
    ...(report.spans === undefined ? {} : { spans: report.spans }),
  };
}

function commandJson(
  command: CommandSummary,
  confidence: number | undefined,
): Readonly<Record<string, unknown>> {
  const { verdict, verdicts, rate, times, items, signatures, stopped, putBack, escaped, folder } =
    command;
  const shown = command.passed + command.failed;
  return {
    verdict,
    verdicts,
    times: times ?? null,
    items,
    signatures: signatures.map(([signature, runs]) => ({
      signature,
      runs,
      rate: failureRate({ passed: shown - runs, failed: runs }, confidence, rate?.anytime) ?? null,
    })),
    stopped: stopped ?? null,
    putBack,
    escaped,
    folder,
  };
}

function rateOf({ runs, failed, command, confidence }: LoopReport): FailureRate | null {
  const rate = command?.rate ?? failureRate({ passed: runs - failed, failed }, confidence);
  return rate ?? null;
}

/** Clean runs prove a bound on the rate of failures, and never that there are none. */
function proof(runs: number, confidence = usualConfidence): Readonly<Record<string, number>> {
  return { confidence, failureRateBelow: cleanRunsBound(runs, confidence) };
}
