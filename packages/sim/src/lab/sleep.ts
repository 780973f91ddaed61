import { advance, stepLimit } from '../cluster.ts';
import { fail, type Lab, raiseFailures } from './lab.ts';
import { LabHalted } from './lab-halted.ts';

/** A lab test may take so long, ms. */
const testLimitMs = 120_000;

/** Lets virtual time pass, as the tester's `time.Sleep` does. */
export function sleep(lab: Lab, ms: number): void {
  const untilMs = lab.cluster.nowMs + ms;
  lab.turn = lab.turnAtMs === untilMs ? lab.turn + 1 : 0;
  lab.turnAtMs = untilMs;
  const arrived = advance(lab.cluster, untilMs);
  if (lab.cluster.steps > stepLimit) {
    fail(lab, 'storm', `more than ${stepLimit} messages and timers in one test`);
  }
  if (!arrived) throw new LabHalted();
  raiseFailures(lab);
  if (untilMs - lab.startedAtMs > testLimitMs) {
    fail(lab, 'too-long', 'test took longer than 120 seconds');
  }
}
