import { countCommitted, freshCommand, labElectionTimeoutMs } from '../lab/agreement.ts';
import { connect, disconnect } from '../lab/connections.ts';
import { fail, hostAt, type Lab } from '../lab/lab.ts';
import { sleep } from '../lab/sleep.ts';
import { ask, startAll } from './ask.ts';

/** How often leaders are cut off and come back. */
const rounds = 3;
/** Commands that are given at once, at most. */
const burst = 6;

/**
 * The course of the lab: a leader is elected and commands are agreed upon; then leaders are cut
 * off, the others go on without them, and they come back. Servers are asked under their locks.
 */
export function runCourse(lab: Lab): void {
  let leader = findLeader(lab);
  agreeOnBurst(lab, lab.size);
  for (let round = 0; round < rounds; round += 1) {
    disconnect(lab, leader);
    findLeader(lab);
    agreeOnBurst(lab, lab.size - 1);
    connect(lab, leader);
    sleep(lab, lab.random.integer(0, labElectionTimeoutMs));
    agreeOnBurst(lab, lab.size);
    leader = findLeader(lab);
  }
}

/** Asks the connected servers until one of them leads, ten times, as the tester does. */
function findLeader(lab: Lab): number {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    sleep(lab, lab.random.integer(450, 549));
    let newest = -1;
    let leader: number | undefined;
    for (const { index } of lab.hosts) {
      if (!hostAt(lab, index).connected) continue;
      const state = ask(lab, index, ({ role, currentTerm }) => ({ role, currentTerm }));
      if (state?.role !== 'leader' || state.currentTerm <= newest) continue;
      newest = state.currentTerm;
      leader = index;
    }
    if (leader !== undefined) return leader;
  }
  return fail(lab, 'no-leader', 'expected one leader, got none');
}

/** Has some commands agreed upon by `servers` servers, within ten seconds. */
function agreeOnBurst(lab: Lab, servers: number): void {
  const commands = Array.from({ length: lab.random.integer(1, burst) }, () => freshCommand(lab));
  const untilMs = lab.cluster.nowMs + 10_000;
  let candidate = lab.random.integer(0, lab.size - 1);
  while (lab.cluster.nowMs < untilMs) {
    candidate = (candidate + 1) % lab.size;
    const indexes = hostAt(lab, candidate).connected ? startAll(lab, candidate, commands) : [];
    if (indexes[0] === undefined) {
      sleep(lab, 20);
      continue;
    }
    const giveUpMs = lab.cluster.nowMs + 2_000;
    while (lab.cluster.nowMs < giveUpMs) {
      const isAgreed = commands.every((command, nth) => {
        const committed = countCommitted(lab, indexes[nth]?.index ?? 0);
        return committed.count >= servers && committed.command === command;
      });
      if (isAgreed) return;
      sleep(lab, 20);
    }
  }
  fail(lab, 'no-agreement', `one(${commands.at(-1)}) failed to reach agreement`);
}
