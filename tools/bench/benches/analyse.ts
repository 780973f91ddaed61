import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEvent } from '@raftlens/trace';
import { root } from '../../bootstrap/root.mjs';
import type { Bench } from '../contest.ts';
import { analyzePath, inputFolder, nodePath, runQuietly } from '../run-quietly.ts';
import { simulatedEvents } from '../simulated-events.ts';

const count = 300_000;
const onePass = join(root, 'tools', 'bench', 'peers', 'find-two-leaders.ts');

/** Judging a trace by every rule, start included, beside reading it and one rule by hand. */
export const bench: Bench = {
  name: 'analyze',
  title: `analysing a trace of ${count} events`,
  rounds: 5,
  prepare: async () => {
    const events = await simulatedEvents('2C', count);
    mkdirSync(inputFolder, { recursive: true });
    const file = join(inputFolder, 'trace.jsonl');
    writeFileSync(file, events.map((event) => `${encodeEvent(event)}\n`).join(''));
    return {
      amount: events.length,
      unit: 'events',
      contestants: [
        { name: 'wc -l', round: () => runQuietly({ command: 'wc', args: ['-l', file] }) },
        {
          name: 'raft-analyze --json, every rule',
          // A finding is work done too.
          round: () => runQuietly({ command: analyzePath, args: [file, '--json'], codes: [0, 1] }),
        },
        {
          name: 'readline and JSON.parse, one rule',
          round: () => runQuietly({ command: nodePath, args: [onePass, file] }),
        },
      ],
    };
  },
};
