/** A signal, and how long to wait for its effect before the next one, ms. */
export interface KillStep {
  readonly signal: NodeJS.Signals;
  readonly waitMs: number;
}

/**
 * How a run over its time is ended: QUIT first, upon which a Go program prints the stacks of all
 * its goroutines, which is what is wanted of a test that hangs.
 */
export const timeoutSteps: readonly KillStep[] = [
  { signal: 'SIGQUIT', waitMs: 1_000 },
  { signal: 'SIGTERM', waitMs: 4_000 },
  { signal: 'SIGKILL', waitMs: 0 },
];

/** How a run is ended whose memory others need: soon. */
export const putBackSteps: readonly KillStep[] = [
  { signal: 'SIGTERM', waitMs: 1_000 },
  { signal: 'SIGKILL', waitMs: 0 },
];

/** How a run that nobody needs any more is ended. */
export function stopSteps(first: NodeJS.Signals): readonly KillStep[] {
  return [
    { signal: first, waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 0 },
  ];
}
