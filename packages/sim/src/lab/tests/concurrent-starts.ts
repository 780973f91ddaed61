import { isPast, start, waitCommitted } from '../agreement.ts';
import { fail, type Lab } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestConcurrentStarts2B. */
export const concurrentStarts: LabTest = {
  name: 'TestConcurrentStarts2B',
  servers: 3,
  title: 'Five commands given at once in one term are all committed.',
  run(lab) {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (attempt > 0) sleep(lab, 3_000);
      if (commitAtOnce(lab)) return;
    }
    fail(lab, 'term-changed', 'term changed too often');
  },
};

/** False when the term changed meanwhile, which says nothing. */
function commitAtOnce(lab: Lab): boolean {
  const leader = checkOneLeader(lab);
  const term = start(lab, leader, 1)?.term;
  if (term === undefined) return false;
  const commands = [100, 101, 102, 103, 104];
  const indexes: number[] = [];
  for (const command of commands) {
    const proposed = start(lab, leader, command);
    if (proposed?.term === term) indexes.push(proposed.index);
  }
  if (isPast(lab, term)) return false;
  const committed = indexes.map((index) => waitCommitted(lab, index, lab.size, term));
  if (committed.includes(undefined)) return false;
  for (const command of commands) {
    if (!committed.includes(command)) fail(lab, 'other', `cmd ${command} missing in ${committed}`);
  }
  return true;
}
