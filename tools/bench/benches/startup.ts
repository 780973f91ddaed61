import type { Bench } from '../contest.ts';
import { analyzePath, nodePath, runQuietly } from '../run-quietly.ts';

/** What a user waits for before anything happens; the promise is Node's own start plus 100 ms. */
export const bench: Bench = {
  name: 'startup',
  title: 'starting raft-analyze',
  rounds: 15,
  prepare: async () => ({
    amount: 1,
    unit: 'starts',
    contestants: [
      {
        name: 'node -e 0',
        round: () => runQuietly({ command: nodePath, args: ['-e', '0'] }),
      },
      {
        name: 'raft-analyze --version',
        round: () => runQuietly({ command: analyzePath, args: ['--version'] }),
      },
      {
        name: 'raft-analyze --help',
        round: () => runQuietly({ command: analyzePath, args: ['--help'] }),
      },
    ],
  }),
};
