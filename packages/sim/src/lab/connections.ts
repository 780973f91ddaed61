import { hostAt, type Lab, note, tell } from './lab.ts';

/** Cuts a server off from all others. */
export function disconnect(lab: Lab, index: number): void {
  const host = hostAt(lab, index);
  if (!host.connected) return;
  host.connected = false;
  lab.options.screen?.connect(host.index, false, lab.cluster.nowMs);
  note(lab, host, 'cut');
  tell(lab, { event: 'fault.injected', fault: 'partition', nodes: [host.id] });
}

/** Lets a server speak to all others that are connected. */
export function connect(lab: Lab, index: number): void {
  const host = hostAt(lab, index);
  if (host.connected) return;
  host.connected = true;
  lab.options.screen?.connect(host.index, true, lab.cluster.nowMs);
  note(lab, host, 'mend');
  tell(lab, { event: 'fault.cleared', fault: 'partition', nodes: [host.id] });
}
