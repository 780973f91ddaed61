import { escapeText } from '@raftlens/trace';
import type { ClockOffset } from '../input/clock-skew.ts';

/**
 * A line for each server whose clock is known to differ from that of another; nothing where all may
 * be right.
 */
export function clocksText(clocks: readonly ClockOffset[]): string {
  return clocks.filter(differs).map(clockText).join('');
}

function differs({ atLeastMs, atMostMs, steady }: ClockOffset): boolean {
  return !steady || atLeastMs > 0 || atMostMs < 0;
}

function clockText(clock: ClockOffset): string {
  const [node, reference] = [escapeText(clock.node), escapeText(clock.reference)];
  if (!clock.steady) {
    return `The clocks of ${node} and ${reference} do not run alike: one was moved, or drifts.\n`;
  }
  const ahead = clock.offsetMs >= 0;
  const [near, far] = ahead
    ? [clock.atLeastMs, clock.atMostMs]
    : [-clock.atMostMs, -clock.atLeastMs];
  const upTo = Number.isFinite(far) ? `${ms(near)} to ${ms(far)}` : `${ms(near)} or more`;
  const how = ahead ? 'ahead of' : 'behind';
  return `The clock of ${node} is ${how} that of ${reference}: ${upTo}.\n`;
}

function ms(value: number): string {
  return `${Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ms`;
}
