import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from '../../bootstrap/root.mjs';
import type { Bench, Contestant } from '../contest.ts';
import { inputFolder, runQuietly } from '../run-quietly.ts';

const runs = 300;
const out = join(inputFolder, 'runner');

/** A command that does nothing, looped by us and by others that are installed here. */
export const bench: Bench = {
  name: 'runner',
  title: `looping a command that does nothing, ${runs} runs, start included`,
  rounds: 5,
  prepare: async () => {
    mkdirSync(out, { recursive: true });
    return {
      amount: runs,
      unit: 'runs',
      contestants: [
        shell('bash for', `for i in $(seq ${runs}); do /bin/true; done`),
        ours('raft-loop', []),
        ours('raft-loop -p 2', ['-p', '2']),
        ...peers(),
      ],
    };
  },
};

function ours(name: string, more: readonly string[]): Contestant {
  return {
    name,
    round: () => {
      rmSync(out, { recursive: true, force: true });
      const args = ['--num', String(runs), '--out', out, ...more, '--', '/bin/true'];
      runQuietly({ command: programPath('raft-loop'), args });
    },
  };
}

function shell(name: string, script: string): Contestant {
  return { name, round: () => runQuietly({ command: 'bash', args: ['-c', script] }) };
}

/** What else loops commands, where it is on the PATH. */
function peers(): readonly Contestant[] {
  const lines: readonly (readonly [program: string, script: string])[] = [
    ['xargs', `seq ${runs} | xargs -n1 -P1 /bin/true`],
    ['parallel', `seq ${runs} | parallel -j1 -N1 /bin/true ';:'`],
    ['stress', `stress -count ${runs} -p 1 /bin/true`],
    ['hyperfine', `hyperfine -N --runs ${runs} /bin/true`],
    ['loop', `loop --num ${runs} -- /bin/true`],
  ];
  return lines.flatMap(([program, script]) => {
    const found = spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return found.status === 0 ? [shell(program, script)] : [];
  });
}
