/** Faults after which a server's own time is not that of the trace, or stands still. */
export const unsteadyFaults: ReadonlySet<string> = new Set([
  'pause',
  'slow-node',
  'slow-disk',
  'timer-jitter',
  'clock-skew',
  'clock-drift',
  'clock-jump',
]);
