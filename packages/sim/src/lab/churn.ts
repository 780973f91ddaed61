import { labNetwork } from '../network.ts';
import {
  agree,
  countCommitted,
  freshCommand,
  labElectionTimeoutMs,
  start,
  waitCommitted,
} from './agreement.ts';
import { connect, disconnect } from './connections.ts';
import { crash, isUp, restart, reviveAll } from './crashes.ts';
import { fail, type Lab, setNetwork } from './lab.ts';
import { sleep } from './sleep.ts';
import { join, startTask, type Task } from './task.ts';

/**
 * Three clients go on while servers are cut off, crash and restart; what they saw committed stays.
 */
export function churn(lab: Lab): void {
  const values: number[] = [];
  const running = { on: true };
  const clients = [0, 1, 2].map((me) => startTask(lab, client(lab, me, values, running)));
  for (let round = 0; round < 20; round += 1) {
    disturb(lab);
    sleep(lab, 0.7 * labElectionTimeoutMs);
  }
  sleep(lab, labElectionTimeoutMs);
  setNetwork(lab, labNetwork.reliable);
  reviveAll(lab);
  running.on = false;
  join(lab, clients);
  sleep(lab, labElectionTimeoutMs);
  expectAll(lab, values);
}

function disturb(lab: Lab): void {
  const any = (): number => lab.random.integer(0, lab.size - 1);
  if (lab.random.chance(0.2)) disconnect(lab, any());
  if (lab.random.chance(0.5)) {
    const index = any();
    if (!isUp(lab, index)) restart(lab, index);
    connect(lab, index);
  }
  if (lab.random.chance(0.2)) {
    const index = any();
    if (isUp(lab, index)) crash(lab, index);
  }
}

function* client(
  lab: Lab,
  me: number,
  values: number[],
  running: { readonly on: boolean },
): Task<void> {
  while (running.on) {
    const command = freshCommand(lab);
    let index: number | undefined;
    for (let server = 0; server < lab.size; server += 1) {
      index = start(lab, server, command)?.index ?? index;
    }
    if (index === undefined) {
      yield 79 + me * 17;
      continue;
    }
    for (const pauseMs of [10, 20, 50, 100, 200]) {
      const committed = countCommitted(lab, index);
      if (committed.count > 0) {
        if (committed.command === command) values.push(command);
        break;
      }
      yield pauseMs;
    }
  }
}

function expectAll(lab: Lab, values: readonly number[]): void {
  const last = agree(lab, freshCommand(lab), lab.size, true);
  const committed = new Set<unknown>();
  for (let index = 1; index <= last; index += 1) {
    committed.add(waitCommitted(lab, index, lab.size));
  }
  for (const value of values) {
    if (!committed.has(value)) fail(lab, 'lost-value', "didn't find a value");
  }
}
