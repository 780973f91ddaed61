import { logBytes } from '../cluster.ts';
import { agree, freshCommand, start } from './agreement.ts';
import { connect, disconnect } from './connections.ts';
import { crash, restart } from './crashes.ts';
import { fail, type Lab } from './lab.ts';
import { checkOneLeader } from './leaders.ts';

/** The lab's service takes a snapshot at every tenth entry, and its log may grow to 2,000 bytes. */
export const snapshotInterval = 10;
const logBytesMax = 2_000;

/** What happens to one server in each round while the others go on. */
export type Absence = 'none' | 'disconnect' | 'crash';

/** Thirty rounds of 5 to 14 commands; one server misses them and needs a snapshot to catch up. */
export function snapshotRounds(lab: Lab, absence: Absence): void {
  agree(lab, freshCommand(lab), lab.size, true);
  let leader = checkOneLeader(lab);
  for (let round = 0; round < 30; round += 1) {
    const [sender, victim] = round % 3 === 1 ? [leader + 1, leader] : [leader, leader + 1];
    if (absence === 'disconnect') disconnect(lab, victim);
    if (absence === 'crash') crash(lab, victim);
    const present = absence === 'none' ? lab.size : lab.size - 1;
    if (absence !== 'none') agree(lab, freshCommand(lab), present, true);
    const commands = commandsPerRound(lab);
    for (let count = 0; count < commands; count += 1) start(lab, sender, freshCommand(lab));
    agree(lab, freshCommand(lab), present, true);
    expectSmallLogs(lab);
    if (absence === 'none') continue;
    if (absence === 'crash') restart(lab, victim);
    connect(lab, victim);
    agree(lab, freshCommand(lab), lab.size, true);
    leader = checkOneLeader(lab);
  }
}

/** So many that a snapshot falls into most rounds. */
export function commandsPerRound(lab: Lab): number {
  return snapshotInterval / 2 + lab.random.integer(0, snapshotInterval - 1);
}

function expectSmallLogs(lab: Lab): void {
  const largest = Math.max(...lab.hosts.map(logBytes));
  if (largest >= logBytesMax) fail(lab, 'log-too-large', 'Log size too large');
}
