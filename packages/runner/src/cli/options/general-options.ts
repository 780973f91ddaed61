import type { Options } from 'yargs';

/** Runs to make where nothing else is said. */
export const defaultNum = 1000;

/** Where logs and traces go unless the user says otherwise. */
export const defaultFolder = '.raft-loop';

const text = { type: 'string', requiresArg: true } as const;
const flag = { type: 'boolean' } as const;

/** Options of simulations and of commands. */
export const generalOptions: Readonly<Record<string, Options>> = {
  num: {
    ...text,
    alias: ['n', 'iter'],
    describe: `Runs to make; of a command also inf [default: ${defaultNum}]`,
  },
  'until-fail': { ...flag, alias: 'f', describe: 'Stop at the first run that fails' },
  below: {
    ...text,
    describe:
      'Stop when it is shown that fewer runs fail than this, or more: 1/1000, 0.1%, 0.001; ' +
      'a simulation makes as many runs as that takes',
  },
  confidence: {
    ...text,
    describe: 'How sure intervals and --below are to be: 99, 99%, 0.99 [default: 95]',
  },
  seed: { ...text, describe: 'Seed of the first run; each next one has the next [default: 1]' },
  jobs: {
    ...text,
    alias: ['j', 'p', 'workers'],
    describe: 'Runs at a time: N, N% of the processors, auto [default: auto; of a command 1]',
  },
  shard: {
    ...text,
    describe:
      'Make only every n-th run, from the i-th on: i/n; auto asks the CI system, Kubernetes ' +
      '(auto/n) or Slurm',
  },
  summary: { ...flag, describe: 'End with total runs, successes, failures and a table' },
  json: { ...flag, describe: 'Print one JSON object, for machines' },
  keep: { ...flag, alias: 'archive', describe: 'Keep logs and traces of runs that passed too' },
  out: {
    ...text,
    alias: 'output',
    describe: `Folder for logs and traces [default: ${defaultFolder}]`,
  },
  otlp: {
    ...text,
    describe: 'Send runs as OpenTelemetry spans to this URL; simulated, failing ones',
  },
  color: { ...flag, describe: 'Colour or not; by default on a terminal, unless NO_COLOR' },
};
