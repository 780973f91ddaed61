import type { Shard } from './shard.ts';

/** A shard, and the variables that said so, where it was not the user. */
export interface ReadShard {
  readonly shard: Shard;
  readonly from?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What systems tell the machines that share some work. The first that is set counts. */
const systems: readonly {
  readonly index: string;
  /** Undefined where the system does not say how many there are. */
  readonly total: string | undefined;
  /** The index of the first; or the variable that has it. */
  readonly first: number | string;
  readonly step?: string;
}[] = [
  { index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  { index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  { index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  { index: 'JOB_COMPLETION_INDEX', total: undefined, first: 0 },
  {
    index: 'SLURM_ARRAY_TASK_ID',
    total: 'SLURM_ARRAY_TASK_COUNT',
    first: 'SLURM_ARRAY_TASK_MIN',
    step: 'SLURM_ARRAY_TASK_STEP',
  },
];

/**
 * Reads `2/8`, `auto` or, where the system says the index alone, `auto/8`; a message where it is
 * none of these or the environment says nothing.
 */
export function readShard(words: string, environment: Environment): ReadShard | string {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(words) ?? [];
  if (index !== undefined) return checked({ index: Number(index), of: Number(of) }, words);
  const auto = /^auto(?:\/(\d+))?$/.exec(words);
  if (auto === null) return `--shard takes i/n, auto or auto/n, not ${JSON.stringify(words)}`;
  const [, total] = auto;
  return automatic(total === undefined ? undefined : Number(total), environment);
}

function automatic(total: number | undefined, environment: Environment): ReadShard | string {
  for (const system of systems) {
    const position = numberOf(environment, system.index);
    if (position === undefined) continue;
    const first =
      typeof system.first === 'string' ? numberOf(environment, system.first) : system.first;
    const step = (system.step && numberOf(environment, system.step)) || 1;
    const of = total ?? (system.total && numberOf(environment, system.total));
    if (typeof of !== 'number') {
      return `--shard auto: ${system.index} is set, but not how many there are: say auto/n`;
    }
    const shard = { index: (position - (first ?? 0)) / step + 1, of };
    const read = checked(shard, `${shard.index}/${of}`);
    if (typeof read === 'string') return `${read} (from ${system.index})`;
    const names = [system.index, total === undefined ? system.total : undefined];
    return { ...read, from: names.filter((name) => name !== undefined).join(' and ') };
  }
  const known = systems.map(({ index }) => index).join(', ');
  return `--shard auto: none of ${known} is set`;
}

function checked(shard: Shard, words: string): ReadShard | string {
  const { index, of } = shard;
  const sound =
    Number.isSafeInteger(index) && Number.isSafeInteger(of) && index >= 1 && index <= of;
  return sound ? { shard } : `--shard ${words}: shards are numbered from 1 to their number`;
}

function numberOf(environment: Environment, name: string): number | undefined {
  const words = environment[name] ?? '';
  return /^\d+$/.test(words) ? Number(words) : undefined;
}
