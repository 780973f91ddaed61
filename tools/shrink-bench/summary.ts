import type { FailureSize } from '@raftlens/loop';

/** What became of one failing seed. */
export interface Outcome {
  readonly bug: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly seed: number;
  readonly rule: string;
  /** Processor time of it all: the run, its recording, and the search. */
  readonly cpuMs: number;
  /** Left out where no capsule holds the failure. */
  readonly from?: FailureSize;
  readonly to?: FailureSize;
  readonly attempts?: number;
  readonly finished?: boolean;
}

/** As many faults and operations as a failure may keep. */
const enough = 5;
/** How long it may take, ms. */
const longMs = 2_000;

/** The figures, in lines: of all, and of each scenario. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const scenarios = [...new Set(outcomes.map(({ scenario }) => scenario))];
  const groups = scenarios.map((name) => outcomes.filter(({ scenario }) => scenario === name));
  const lines = groups.map((group, index) => lineOf(scenarios[index] ?? '', group));
  return `${[lineOf('all', outcomes), ...lines].join('\n')}\n`;
}

function lineOf(name: string, outcomes: readonly Outcome[]): string {
  const held = outcomes.flatMap(({ from, to, cpuMs }) =>
    from === undefined || to === undefined ? [] : [{ from, to, cpuMs }],
  );
  const small = held.filter(({ to }) => to.parts <= enough);
  const quick = small.filter(({ cpuMs }) => cpuMs <= longMs);
  const spread = (numbers: readonly number[]): string => {
    const sorted = numbers.toSorted((left, right) => left - right);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
  };
  const share = (part: number): string => `${part} (${percent(part, outcomes.length)})`;
  return [
    `${name}: ${outcomes.length} failing seeds`,
    `  in a capsule            ${share(held.length)}`,
    `  to ${enough} parts or fewer    ${share(small.length)}`,
    `    within ${longMs} ms        ${share(quick.length)}`,
    '                          median / 95 % / most',
    `  faults and operations   ${spread(held.map(({ from }) => from.parts))} before`,
    `                          ${spread(held.map(({ to }) => to.parts))} after`,
    `  deliveries and timers   ${spread(held.map(({ from }) => from.decisions))} before`,
    `                          ${spread(held.map(({ to }) => to.decisions))} after`,
    `  processor time, ms      ${spread(outcomes.map(({ cpuMs }) => cpuMs))}`,
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
