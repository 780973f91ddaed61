import type { Settings } from './settings.ts';

/** Throws a RangeError for settings with which a cluster could not work, or would not be safe. */
export function checkSettings(settings: Settings): void {
  const [min] = settings.electionTimeoutMs;
  const { maxEntriesPerAppend, maxInflightAppends = 1, leaseDriftMs } = settings;
  if (!(maxEntriesPerAppend >= 1)) throw new RangeError('maxEntriesPerAppend has to be 1 or more');
  if (!(maxInflightAppends >= 1)) throw new RangeError('maxInflightAppends has to be 1 or more');
  if (leaseDriftMs === undefined) return;
  if (!(leaseDriftMs >= 0 && leaseDriftMs < min)) {
    throw new RangeError('leaseDriftMs has to be 0 or more, and less than every election timeout');
  }
  if (settings.leaderStickiness !== true) {
    throw new RangeError('leaseDriftMs needs leaderStickiness: else any vote may end a lease');
  }
}
