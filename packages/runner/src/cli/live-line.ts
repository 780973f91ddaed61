/** How far a loop is. */
export interface LiveState {
  readonly done: number;
  readonly failed: number;
  /** Infinity for no end. */
  readonly num: number;
  readonly elapsedMs: number;
  readonly active: number;
  /** The run that has been at work for the longest time. */
  readonly oldest: { readonly index: number; readonly ms: number } | undefined;
  readonly paused: boolean;
  readonly width: number;
}

/** A line about a loop that is at work, never wider than the terminal. */
export function liveLine(state: LiveState): string {
  const { done, failed, num, elapsedMs, active, oldest, paused, width } = state;
  const of = Number.isFinite(num) ? `/${num}` : '';
  const rate = done / Math.max(0.001, elapsedMs / 1000);
  const parts = [paused ? `paused, ${done}${of} runs` : `${done}${of} runs`];
  parts.push(failed === 0 ? 'none failed' : `${failed} failed (${percent(failed / done)})`);
  if (done > 0) {
    parts.push(rate >= 2 ? `${Math.round(rate)} runs/s` : `${(1 / rate).toFixed(1)} s a run`);
    if (Number.isFinite(num)) parts.push(`${clock(((num - done) / rate) * 1000)} left`);
  }
  if (oldest !== undefined && oldest.ms >= 1_000) {
    parts.push(`${active} active, run ${oldest.index} for ${clock(oldest.ms)}`);
  }
  // What does not fit is left out from the end: a line that wraps cannot be taken away again.
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line}, ${part}`;
    if (longer.length >= width) break;
    line = longer;
  }
  return line;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))}%`;
}

/** `42 s`, `3:07`, `2:00:00`. */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
