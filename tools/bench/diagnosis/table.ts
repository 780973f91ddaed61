import { rateInterval } from '@raftlens/loop';
import { type Sample, type SeedSet, seedSets } from './sample.ts';
import { confusionOf, scoreOf } from './scores.ts';

/** The figures as text: each bug, then all together. */
export function diagnosisTable(samples: readonly Sample[]): string {
  const names = [...new Set(samples.map(({ bug }) => bug))];
  const width = Math.max(...names.map((name) => name.length));
  const lines = [`${'bug'.padEnd(width)}  traces  top-1  top-3  named instead`];
  for (const name of names) {
    const own = samples.filter(({ bug }) => bug === name);
    const { traces, first, three } = scoreOf(own);
    const instead = confusionOf(own).map(([other, times]) => `${other} ${times}`);
    const cells = [traces, first, three].map((cell) => String(cell).padStart(5));
    lines.push(`${name.padEnd(width)}   ${cells.join('  ')}  ${instead.join(', ')}`.trimEnd());
  }
  for (const set of seedSets) {
    const own = samples.filter((sample) => sample.set === set);
    if (own.length > 0) lines.push('', ...totals(set, own));
  }
  return `${lines.join('\n')}\n`;
}

function totals(set: SeedSet, samples: readonly Sample[]): readonly string[] {
  const { traces, first, three } = scoreOf(samples);
  const bare = scoreOf(samples, (sample) => sample.bare);
  const names = [...new Set(samples.map(({ bug }) => bug))];
  const scores = names.map((name) => scoreOf(samples.filter(({ bug }) => bug === name)));
  const found = scores.filter((score) => score.traces > 0);
  const mostly = found.filter((score) => score.first * 2 > score.traces).length;
  const always = found.filter((score) => score.first === score.traces).length;
  return [
    `${set} seeds: ${traces} traces of ${found.length} of ${names.length} bugs`,
    `  top-1 ${share(first, traces)}, top-3 ${share(three, traces)}`,
    `  bugs named first in most of their traces ${share(mostly, found.length)}, in all ` +
      `${share(always, found.length)}`,
    "  without the harness's word on Figure 2: " +
      `top-1 ${share(bare.first, traces)}, top-3 ${share(bare.three, traces)}`,
  ];
}

/** A share with its exact 95 % interval. */
function share(some: number, all: number): string {
  const { low, high } = rateInterval(some, all);
  return `${some}/${all} = ${percent(some / all)} (${percent(low)} to ${percent(high)})`;
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`;
}
