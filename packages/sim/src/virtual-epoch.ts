/**
 * Virtual time 0 in traces, ms since the epoch: 2020-09-13T12:26:40Z, so that no viewer sees 1970.
 */
export const virtualEpochMs = 1_600_000_000_000;
