import type { LoopPlan } from './loop-options.ts';
import type { RunRecord } from './run-record.ts';

/** The options that make one run of a loop again: the same seed, thing and judgement. */
export function replayWords(
  { limits, verdict, child, hooks }: LoopPlan,
  { index, seed, item }: Pick<RunRecord, 'index' | 'seed' | 'item'>,
): readonly string[] {
  const words = ['--seed', String(seed), '--num', '1'];
  const say = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) words.push(`--${name}`, String(value));
  };
  if (limits.hard?.percent === false) say('timeout', limits.hard.value / 1000);
  if (limits.idleMs !== undefined) say('idle-timeout', limits.idleMs / 1000);
  for (const { source } of verdict.failIf) say('fail-if', source);
  for (const { source } of verdict.passIf) say('pass-if', source);
  for (const { source } of verdict.ignore) say('ignore', source);
  for (const { source } of verdict.failure) say('failure', source);
  if (verdict.leakFails) words.push('--fail-on-leak');
  // An item with a comma in it would be two; a line end is stronger, and is no part of any.
  if (item !== undefined) say('for', /[ ,]/.test(item) ? `${item}\n` : item);
  const count = child.offset + (index - 1) * child.countBy;
  if (child.offset !== 0 || child.countBy !== 1) say('offset', count);
  if (!child.placeholders) words.push('--no-placeholders');
  if (!child.ownTmp) words.push('--no-own-tmp');
  if (child.ports > 0) say('ports', child.ports);
  if (child.isolate !== 'group') say('isolate', child.isolate);
  for (const name of ['setup', 'prepare', 'conclude', 'cleanup'] as const) say(name, hooks[name]);
  return words;
}
