import type { Supervisor } from './supervisor.ts';

/** How a run is held up: it goes on for a while, then it is stopped for a while; ms. */
export interface Stutter {
  readonly goMs: number;
  readonly stopMs: number;
}

/**
 * Stops all that runs for a while, again and again, as a kernel does with what has used up its
 * quota. Gives what ends it; nothing stays stopped.
 */
export function startStutter(
  supervisor: Pick<Supervisor, 'active'>,
  { goMs, stopMs }: Stutter,
): () => void {
  let resting: NodeJS.Timeout | undefined;
  const goOn = (): void => {
    for (const run of supervisor.active()) run.signal('SIGCONT');
  };
  const beat = setInterval(() => {
    // One that is being ended must be able to hear it.
    const held = supervisor.active().filter(({ ending }) => ending === undefined);
    for (const run of held) run.signal('SIGSTOP');
    resting = setTimeout(goOn, stopMs);
  }, goMs + stopMs);
  return () => {
    clearInterval(beat);
    clearTimeout(resting);
    goOn();
  };
}
