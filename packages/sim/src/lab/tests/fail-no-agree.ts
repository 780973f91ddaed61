import {
  agree,
  expectIndex,
  expectUncommitted,
  labElectionTimeoutMs,
  start,
} from '../agreement.ts';
import { connect, disconnect } from '../connections.ts';
import { fail } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';
import { sleep } from '../sleep.ts';

/** MIT's TestFailNoAgree2B. */
export const failNoAgree: LabTest = {
  name: 'TestFailNoAgree2B',
  servers: 5,
  title: 'With three of five cut off nothing is committed; healed, the log goes on.',
  run(lab) {
    agree(lab, 10, lab.size, false);
    const leader = checkOneLeader(lab);
    for (const offset of [1, 2, 3]) disconnect(lab, leader + offset);
    expectIndex(lab, start(lab, leader, 20)?.index, 2);
    sleep(lab, 2 * labElectionTimeoutMs);
    expectUncommitted(lab, 2);
    for (const offset of [1, 2, 3]) connect(lab, leader + offset);
    const next = start(lab, checkOneLeader(lab), 30);
    if (next === undefined) fail(lab, 'other', 'leader rejected Start()');
    if (next.index < 2 || next.index > 3) fail(lab, 'other', `unexpected index ${next.index}`);
    agree(lab, 1_000, lab.size, true);
  },
};
