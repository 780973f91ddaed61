import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bugs } from '@raftlens/bugs';
import { root } from '../../bootstrap/root.mjs';
import { hashSources } from '../../hash-sources.ts';
import type { FailingTrial } from './find-trace.ts';
import type { SampleTask } from './sample.ts';

const file = join(root, '.cache', 'diagnosis', 'trials.json');

/** Failing runs of an earlier time: the search for them costs more than all else. */
export interface KeptTrials {
  get(task: SampleTask): FailingTrial | undefined;
  set(task: SampleTask, trial: FailingTrial | undefined): void;
  save(): void;
}

/** Opens what is kept for the core, the simulator and the bugs as they are now. */
export function openKeptTrials(): KeptTrials {
  const search = readFileSync(new URL('./find-trace.ts', import.meta.url), 'utf8');
  const version = hashSources(['core', 'sim'], JSON.stringify(bugs), search);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const trials = new Map<string, FailingTrial>(kept?.version === version ? kept.trials : []);
  return {
    get: (task) => trials.get(keyOf(task)),
    set(task, trial) {
      if (trial !== undefined) trials.set(keyOf(task), trial);
    },
    save() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ version, trials: [...trials] }));
    },
  };
}

function keyOf({ bug, firstSeed, sample }: SampleTask): string {
  return `${bug} ${firstSeed} ${sample}`;
}
