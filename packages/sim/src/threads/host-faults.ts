import type { HostFault } from './host-fault.ts';

/**
 * Every fault of a threaded host. Both cost the author of the lab notes nights, as it takes load,
 * or a rare branch, to show them. MIT's "Raft Locking Advice" warns of the first (rule 4: do not
 * hold a lock while doing anything that might wait).
 */
export const hostFaults: readonly HostFault[] = [
  { name: 'blocking-send-under-lock', sendsUnderLock: true, keepsLockOn: undefined },
  { name: 'early-return-keeps-lock', sendsUnderLock: false, keepsLockOn: 'RequestVoteResponse' },
];
