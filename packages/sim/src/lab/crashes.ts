import { startHost, stopHost } from '../cluster.ts';
import { connect, disconnect } from './connections.ts';
import { hostAt, type Lab, note } from './lab.ts';

/** Cuts a server off and kills it; its disk stays, as the lab's persister does. */
export function crash(lab: Lab, index: number): void {
  disconnect(lab, index);
  const host = hostAt(lab, index);
  if (host.server !== undefined) note(lab, host, 'stop');
  stopHost(lab.cluster, host);
}

/** Starts a server from its disk, killing it first if it runs. It stays cut off until `connect`. */
export function restart(lab: Lab, index: number): void {
  crash(lab, index);
  const host = hostAt(lab, index);
  lab.applied[host.index] = [undefined];
  note(lab, host, 'start');
  startHost(lab.cluster, host);
}

/** Kills all servers, then starts and connects all of them. */
export function restartAll(lab: Lab): void {
  for (const host of lab.hosts) crash(lab, host.index);
  for (const host of lab.hosts) {
    restart(lab, host.index);
    connect(lab, host.index);
  }
}

/** Starts every server that is down, and connects them all. */
export function reviveAll(lab: Lab): void {
  for (const host of lab.hosts) {
    if (host.server === undefined) restart(lab, host.index);
    connect(lab, host.index);
  }
}

/** Whether a server runs. */
export function isUp(lab: Lab, index: number): boolean {
  return hostAt(lab, index).server !== undefined;
}
