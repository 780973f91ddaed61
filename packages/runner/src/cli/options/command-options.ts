import type { Options } from 'yargs';

type Table = Readonly<Record<string, Options>>;

/** Puts options under a heading of the help. */
function grouped(group: string, table: Table): Table {
  return Object.fromEntries(
    Object.entries(table).map(([name, each]) => [name, { ...each, group }]),
  );
}

const text = { type: 'string', requiresArg: true } as const;
const flag = { type: 'boolean' } as const;

const stopping: Table = {
  duration: {
    ...text,
    alias: ['d', 'for-duration'],
    describe: 'Start nothing new and end what runs after so long: 90, 5m, 1h30m',
  },
  'error-duration': { ...text, alias: 'D', describe: 'The same, and exit with 124 then' },
  'until-time': { ...text, alias: 't', describe: 'Stop at this time: 14:30, 2030-01-31T08:00' },
  'max-fails': { ...text, describe: 'Stop when so many runs have failed: K, or K% of --num' },
  'max-passes': { ...text, describe: 'Stop when so many runs have passed' },
  'until-causes': { ...text, describe: 'Stop when so many different failures were seen' },
  'until-success': {
    ...flag,
    alias: ['s', 'until-pass'],
    describe: 'Stop at the first run that passes',
  },
  'until-error': {
    type: 'string',
    alias: 'r',
    describe: 'Stop at a run that fails; with a code, at one that exits with it',
  },
  'until-contains': {
    ...text,
    alias: 'c',
    describe: 'Stop when the output of a run has this in it',
  },
  'until-match': { ...text, alias: 'm', describe: 'Stop when the output of a run matches' },
  'until-changes': {
    ...flag,
    alias: 'C',
    describe: 'Stop when the output is another than that of the run before',
  },
  'until-same': { ...flag, alias: 'S', describe: 'Stop when it is the same as that' },
  halt: {
    ...text,
    choices: ['now', 'soon'],
    describe: 'What becomes of the runs beside: ended, or let finish [default: now]',
  },
};

const judging: Table = {
  timeout: {
    ...text,
    describe: 'A run over this time fails: 90, 5m, 300% of the median so far',
  },
  'idle-timeout': { ...text, describe: 'A run without output for so long fails' },
  grace: {
    ...text,
    describe: 'QUIT, then TERM, then KILL: over this time after a timeout [default: 5]',
  },
  'fail-if': { ...text, describe: 'A run whose output matches fails' },
  'pass-if': { ...text, describe: 'A run passes only if its output matches' },
  ignore: { ...text, describe: 'A failing run whose output matches is inconclusive' },
  failure: { ...text, describe: 'A failing run whose output does not match is inconclusive' },
  'analyze-passes': {
    ...flag,
    describe: 'A run that passes fails if its log, or one that it leaves, breaks a rule of Raft',
  },
  'fail-on-leak': { ...flag, describe: 'A run that leaves processes behind fails' },
  retries: { ...text, describe: 'Try a failing run so often again; it is flaky if it passes then' },
  'retry-delay': { ...text, describe: 'Wait so long before, twice as long each time [default: 0]' },
};

const pacing: Table = {
  delay: { ...text, describe: 'Time between two starts' },
  every: { ...text, alias: 'e', describe: 'Start at multiples of this time' },
  load: { ...text, describe: 'Start nothing while the load is above: N, or N% of the processors' },
  memfree: {
    ...text,
    describe:
      'Start nothing while less memory is free (512M, 2G); below half, end the youngest run',
  },
};

const sharing: Table = {
  pull: {
    ...text,
    describe:
      'Take runs from this folder, block by block, as every machine does that sees it and is ' +
      'told the same; `raft-loop merge INTO FOLDER` makes one loop of it',
  },
  lease: {
    ...text,
    describe:
      'With --pull: whoever is silent for so long is taken for dead, and others make what it had ' +
      '[default: 30]',
  },
};

const giving: Table = {
  for: { ...text, describe: 'Things to take in turn: a,b,c; the command gets them as {item}' },
  stdin: { ...flag, alias: 'i', describe: 'Take the lines of standard input in turn' },
  'count-by': { ...text, alias: 'b', describe: 'Step of $COUNT and {count} [default: 1]' },
  offset: { ...text, alias: 'o', describe: 'Where they begin [default: 0]' },
  placeholders: {
    ...flag,
    describe: 'Fill in {i} {seed} {dir} {port} {item} {count} [default: yes]',
  },
  ports: { ...text, describe: 'Free ports for each run, from $RAFT_LOOP_PORT on' },
  'own-tmp': { ...flag, describe: 'A TMPDIR of its own for each run [default: yes]' },
  isolate: {
    ...text,
    choices: ['group', 'pidns'],
    describe: 'Hold a run together by a process group or by a process namespace [default: group]',
  },
  compile: { ...flag, describe: 'Build what go test would build only once [default: yes]' },
  race: { ...flag, describe: 'Build it with the race detector' },
  perturb: {
    type: 'string',
    describe:
      'Find the setting under which it fails fastest, of all or of some: go (GOMAXPROCS), ' +
      'race, cpu, quota, jobs, load',
  },
  setup: { ...text, describe: 'A shell line before all runs' },
  prepare: { ...text, describe: 'A shell line before each run' },
  conclude: { ...text, describe: 'A shell line after each run; it has $RAFT_LOOP_VERDICT' },
  cleanup: { ...text, describe: 'A shell line after all runs' },
  'post-run': { ...text, describe: 'A shell line at the very end, with the counts in RAFT_LOOP_*' },
};

const telling: Table = {
  verbose: { ...flag, alias: 'v', describe: 'Print the output of each run when it ends' },
  'only-last': { ...flag, alias: 'l', describe: 'Print the output of the last run' },
  'split-output': { ...flag, describe: 'Keep standard error apart, in error.log' },
  'max-log': { ...text, describe: 'Keep head and tail of a longer output [default: 256M]' },
  reporter: { ...text, describe: 'NAME or NAME=FILE: junit, json, markdown, github' },
  twins: {
    ...text,
    describe:
      'Passing runs whose logs are kept until it ends: the one that goes along with a failing ' +
      'run for longest shows where they part [default: 8]',
  },
  repro: {
    ...text,
    describe: 'Make the first failing run so often again, and tell how often it fails',
  },
  propagate: { ...flag, describe: 'Exit with the code of the first run that failed' },
  resume: { type: 'string', describe: 'Go on with the loop in this folder, or with the last one' },
  rerun: {
    type: 'string',
    describe: 'Make the failed runs of the loop in this folder again, or of the last one',
  },
};

/** Options that mean nothing to a simulation. */
export const commandOptions: Table = {
  ...grouped('Command, when to stop:', stopping),
  ...grouped('Command, how runs are judged:', judging),
  ...grouped('Command, when runs start:', pacing),
  ...grouped('Command, on many machines:', sharing),
  ...grouped('Command, what runs are given:', giving),
  ...grouped('Command, what is told and kept:', telling),
};
