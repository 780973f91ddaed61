import type { Options } from 'yargs';

const text = { type: 'string', requiresArg: true, group: 'Simulation:' } as const;
const flag = { type: 'boolean', group: 'Simulation:' } as const;

/** Options that mean nothing to a command. */
export const simulationOptions: Readonly<Record<string, Options>> = {
  scenario: { ...text, describe: 'The tests to run, such as 2A or TestFigure82C [default: 2A]' },
  bug: { ...text, describe: 'Put this known bug into the core' },
  fault: {
    ...text,
    array: true,
    describe: 'Chaos: NAME=VALUE sets how hard a fault strikes, 0 leaves it out',
  },
  strategy: {
    ...text,
    describe: 'How runs are chosen [default: portfolio for chaos, uniform for the lab]',
  },
  'verify-determinism': {
    ...flag,
    describe: 'Make one run in ten twice more, and compare the traces',
  },
  replay: { ...text, describe: 'Run a capsule again, a failure that was made small' },
  capsules: {
    ...flag,
    describe: 'Try kept capsules first; --no-capsules does not [default: true]',
  },
  trace: { ...text, describe: 'Write the trace of the one run (--num 1) to this file' },
  'list-bugs': { ...flag, describe: 'Tell the story of each known bug and stop' },
  'list-scenarios': { ...flag, describe: 'List the scenarios and stop' },
  'list-faults': { ...flag, describe: 'List the faults of chaos and stop' },
  'list-strategies': { ...flag, describe: 'List the strategies and stop' },
};
