import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bugs } from '@raftlens/bugs';
import { root } from '../../bootstrap/root.mjs';
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
  const version = fingerprint();
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

function keyOf({ bug, set, sample }: SampleTask): string {
  return `${bug} ${set} ${sample}`;
}

function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify(bugs));
  hash.update(readFileSync(new URL('./find-trace.ts', import.meta.url)));
  for (const name of ['core', 'sim']) {
    const sources = join(root, 'packages', name, 'src');
    for (const each of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
      if (each.endsWith('.ts')) hash.update(readFileSync(join(sources, each)));
    }
  }
  return hash.digest('hex');
}
