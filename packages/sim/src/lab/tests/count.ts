import { freshCommand, labElectionTimeoutMs, start, waitCommitted } from '../agreement.ts';
import { fail, type Lab } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** How many commands are given at once. */
const iterations = 10;

/** MIT's TestCount2B. */
export const count: LabTest = {
  name: 'TestCount2B',
  servers: 3,
  title: 'Elections, agreement and idleness cost no more RPCs than they should.',
  run(lab) {
    checkOneLeader(lab);
    const toElect = requests(lab);
    if (toElect < 1 || toElect > 30) {
      fail(lab, 'rpc-budget', `too many or few RPCs (${toElect}) to elect initial leader`);
    }
    let total: number | undefined;
    for (let attempt = 0; attempt < 5 && total === undefined; attempt += 1) {
      if (attempt > 0) sleep(lab, 3_000);
      total = countAgreement(lab);
    }
    if (total === undefined) fail(lab, 'term-changed', 'term changed too often');
    sleep(lab, labElectionTimeoutMs);
    const idle = requests(lab) - total;
    if (idle > 3 * 20) {
      fail(lab, 'rpc-budget', `too many RPCs (${idle}) for 1 second of idleness`);
    }
  },
};

/**
 * RPCs sent so far once ten commands are agreed upon; undefined when the term changed meanwhile.
 */
function countAgreement(lab: Lab): number | undefined {
  const leader = checkOneLeader(lab);
  const before = requests(lab);
  const first = start(lab, leader, 1);
  if (first === undefined) return undefined;
  const commands: number[] = [];
  for (let offset = 1; offset <= iterations + 1; offset += 1) {
    const command = freshCommand(lab);
    commands.push(command);
    const proposed = start(lab, leader, command);
    if (proposed?.term !== first.term) return undefined;
    if (proposed.index !== first.index + offset) fail(lab, 'other', 'Start() failed');
  }
  for (const [position, command] of commands.entries()) {
    const index = first.index + 1 + position;
    const committed = waitCommitted(lab, index, lab.size, first.term);
    if (committed === undefined) return undefined;
    if (committed !== command) {
      fail(lab, 'values-disagree', `wrong value ${committed} committed for index ${index}`);
    }
  }
  if (lab.hosts.some((host) => host.server?.currentTerm !== first.term)) return undefined;
  const total = requests(lab);
  if (total - before > (iterations + 1 + 3) * 3) {
    fail(lab, 'rpc-budget', `too many RPCs (${total - before}) for ${iterations} entries`);
  }
  return total;
}

function requests(lab: Lab): number {
  return lab.hosts.reduce((sum, host) => sum + host.requestsSent, 0);
}
