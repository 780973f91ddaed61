import { failureRate, percent } from '../report/failure-rate.ts';

/** How far a loop is. */
export interface LiveState {
  readonly done: number;
  readonly failed: number;
  /** Runs that showed nothing either way. */
  readonly neither?: number | undefined;
  /** Of the interval. */
  readonly confidence?: number | undefined;
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
  const { done, num, elapsedMs, active, oldest, paused, width } = state;
  const of = Number.isFinite(num) ? `/${num}` : '';
  const rate = done / Math.max(0.001, elapsedMs / 1000);
  const parts = [paused ? `paused, ${done}${of} runs` : `${done}${of} runs`];
  parts.push(...failureParts(state));
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

/** How many failed, and where their rate lies. */
function failureParts(state: LiveState): readonly string[] {
  const { done, failed, neither = 0, confidence } = state;
  const shown = { passed: done - failed - neither, failed };
  const rate = failureRate(shown, confidence);
  if (rate === undefined) return ['none failed'];
  const sure = `${percent(rate.confidence, '%')}:`;
  if (failed === 0) {
    const below = rate.high >= 0.5 ? '' : ` (${sure} <1/${Math.floor(1 / rate.high)})`;
    return [`none failed${below}`];
  }
  const share = percent(failed / (shown.passed + failed), '%');
  return [
    `${failed} failed (${share}, ${sure} ${percent(rate.low, '')}-${percent(rate.high, '%')})`,
  ];
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
