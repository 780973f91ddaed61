import type { HostFault } from './host-fault.ts';

/**
 * Every fault of a threaded host. Both cost the author of the lab notes nights: they are rules 4
 * and 1 of MIT's "Raft Locking Advice" broken, and only load makes them show.
 */
export const hostFaults: readonly HostFault[] = [
  { name: 'blocking-send-under-lock', sendsUnderLock: true, keepsLockOn: undefined },
  { name: 'early-return-keeps-lock', sendsUnderLock: false, keepsLockOn: 'RequestVoteResponse' },
];
