import type { LoopResult } from '../command/loop-command.ts';
import { hasGoal } from '../command/stop-rules.ts';
import type { RunCounts } from '../report/command-summary.ts';
import type { CommandFlags } from './command-flags.ts';
import { exitCode } from './exit-code.ts';

/** The exit code of a loop of a command that no signal ended. */
export function commandExitCode(
  { plan, numGiven, failsOutOfTime, propagate }: CommandFlags,
  { runs, passed, failed }: Pick<RunCounts, 'runs' | 'passed' | 'failed'>,
  result: Pick<LoopResult, 'stop' | 'outOfTime' | 'failures' | 'setupFailed'>,
  rerun: boolean,
): number {
  const { stop, outOfTime } = result;
  if (result.setupFailed !== undefined) return exitCode.setupFailed;
  if (runs === 0) return exitCode.nothingRan;
  // Who waits for a success does not mind what failed before.
  if (stop?.goal === true && plan.stop.maxPasses !== undefined) return exitCode.passed;
  // Nor does who wants to know that failures are rare enough.
  if (stop?.goal === true && plan.stop.claim !== undefined) return exitCode.passed;
  if (failed > 0) {
    if (rerun) return exitCode.stillFails;
    const [first] = result.failures;
    const code = first?.code === 0 ? undefined : first?.code;
    return propagate && code !== undefined ? code : exitCode.failed;
  }
  const byHand = stop?.byHand === true;
  if (outOfTime && (failsOutOfTime || numGiven)) return exitCode.goalMissed;
  if (byHand && numGiven) return exitCode.goalMissed;
  if (hasGoal(plan.stop) && (stop === undefined || byHand)) return exitCode.goalMissed;
  return passed === 0 ? exitCode.inconclusive : exitCode.passed;
}
