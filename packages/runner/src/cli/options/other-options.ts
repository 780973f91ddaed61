import type { Options } from 'yargs';

const group = 'Merge and bisect:';

/** Options of what is neither a simulation nor a loop. */
export const otherOptions: Readonly<Record<string, Options>> = {
  force: {
    type: 'boolean',
    group,
    describe: 'Merge also what is of different commands, commits, numbers or seeds',
  },
  rate: {
    type: 'string',
    requiresArg: true,
    group,
    describe: 'Bisect: how often the command fails at the bad commit: 1/350',
  },
};
