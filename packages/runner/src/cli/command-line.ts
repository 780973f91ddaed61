import { availableParallelism } from 'node:os';
import { closest } from '@raftlens/analyzer';
import { bugs } from '@raftlens/bugs';
import { findScenario, type Scenario, scenarios, strategies } from '@raftlens/sim';
import yargs, { type Argv, type Options } from 'yargs';
import { readIntensities } from './read-intensities.ts';
import { unknownName } from './unknown-name.ts';

/** What the user asked for. */
export type CommandLine =
  | {
      readonly kind: 'simulate';
      readonly scenario: Scenario;
      readonly bug: string | undefined;
      readonly flags: LoopFlags;
    }
  | { readonly kind: 'command'; readonly command: readonly string[]; readonly flags: LoopFlags }
  | { readonly kind: 'tour'; readonly flags: LoopFlags }
  | { readonly kind: 'replay'; readonly file: string; readonly flags: LoopFlags }
  | { readonly kind: 'list'; readonly what: ListName; readonly flags: LoopFlags }
  /** Text that yargs made: help or version. */
  | { readonly kind: 'text'; readonly text: string }
  /** Have yargs print its completion script. */
  | { readonly kind: 'completion'; print(): void }
  | { readonly kind: 'usage'; readonly message: string };

/** What can be listed. */
export type ListName = 'bugs' | 'scenarios' | 'faults' | 'strategies';

/** Flags of a loop, checked. */
export interface LoopFlags {
  readonly num: number;
  readonly untilFail: boolean;
  readonly firstSeed: number;
  readonly jobs: number;
  readonly timeoutMs: number | undefined;
  readonly summary: boolean;
  readonly json: boolean;
  readonly keep: boolean;
  readonly trace: string | undefined;
  readonly folder: string;
  readonly otlp: string | undefined;
  readonly color: boolean | undefined;
  /** Intensities of faults by name, in place of the defaults. */
  readonly intensities: Readonly<Record<string, number>> | undefined;
  readonly verifyDeterminism: boolean;
  /** By name; undefined leaves it to the scenario. */
  readonly strategy: string | undefined;
}

const defaultNum = 1000;

/** The strategy that draws nothing: every run of a small scope is searched. */
export const exhaustiveName = 'exhaustive';

/** Where logs and traces go unless the user says otherwise. */
export const defaultFolder = '.raft-loop';

const options: Readonly<Record<string, Options>> = {
  num: {
    alias: 'n',
    type: 'string',
    requiresArg: true,
    describe: `Runs to make [default: ${defaultNum}]`,
  },
  'until-fail': { type: 'boolean', describe: 'Stop at the first run that fails' },
  scenario: {
    type: 'string',
    requiresArg: true,
    describe: 'Simulation: the tests to run, such as 2A or TestFigure82C [default: 2A]',
  },
  bug: {
    type: 'string',
    requiresArg: true,
    describe: 'Simulation: put this known bug into the core',
  },
  fault: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'Chaos: NAME=VALUE sets how hard a fault strikes, 0 leaves it out',
  },
  strategy: {
    type: 'string',
    requiresArg: true,
    describe: 'Simulation: how runs are chosen [default: portfolio for chaos, uniform for the lab]',
  },
  'verify-determinism': {
    type: 'boolean',
    describe: 'Simulation: make one run in ten twice more, and compare the traces',
  },
  seed: {
    type: 'string',
    requiresArg: true,
    describe: 'Seed of the first run; each next one has the next [default: 1]',
  },
  jobs: {
    alias: 'j',
    type: 'string',
    requiresArg: true,
    describe: 'Runs at a time [default: one a processor; one for a command]',
  },
  timeout: {
    type: 'string',
    requiresArg: true,
    describe: 'Command: seconds after which a run fails',
  },
  summary: { type: 'boolean', describe: 'End with total runs, successes, failures and a table' },
  json: { type: 'boolean', describe: 'Print one JSON object, for machines' },
  keep: { type: 'boolean', describe: 'Keep logs and traces of runs that passed too' },
  replay: {
    type: 'string',
    requiresArg: true,
    describe: 'Simulation: run a capsule again, a failure that was made small',
  },
  trace: {
    type: 'string',
    requiresArg: true,
    describe: 'Simulation: write the trace of the one run (--num 1) to this file',
  },
  out: {
    type: 'string',
    requiresArg: true,
    describe: `Folder for logs and traces [default: ${defaultFolder}]`,
  },
  otlp: {
    type: 'string',
    requiresArg: true,
    describe: 'Send failing simulated runs as OpenTelemetry spans to this URL',
  },
  'list-bugs': { type: 'boolean', describe: 'Tell the story of each known bug and stop' },
  'list-scenarios': { type: 'boolean', describe: 'List the scenarios and stop' },
  'list-faults': { type: 'boolean', describe: 'List the faults of chaos and stop' },
  'list-strategies': { type: 'boolean', describe: 'List the strategies and stop' },
  color: { type: 'boolean', describe: 'Colour or not; by default on a terminal, unless NO_COLOR' },
};

/** Reads the arguments; `width` is for the help. Never throws and never exits. */
export function readCommandLine(
  args: readonly string[],
  version: string,
  width: number,
): CommandLine {
  const split = args.indexOf('--');
  const own = split < 0 ? args : args.slice(0, split);
  const command = split < 0 ? undefined : args.slice(split + 1);
  if (own[0] === 'completion') {
    return { kind: 'completion', print: () => build(version, width).showCompletionScript() };
  }
  let line: CommandLine = { kind: 'usage', message: 'nothing to do' };
  // The callback keeps yargs from printing and exiting by itself.
  build(version, width).parse(
    [...own],
    {},
    (error: Error | undefined, parsed: unknown, output: string) => {
      if (error) line = { kind: 'usage', message: usageWords(own, error.message) };
      else if (output !== '') line = { kind: 'text', text: `${withoutTypes(output)}\n` };
      else line = interpret(parsed as Parsed, command);
    },
  );
  return line;
}

/** Help without the types that yargs adds: every number here is a string to it. */
function withoutTypes(help: string): string {
  return help.replace(/\n? +\[(?:string|boolean)\]$/gm, '');
}

type Parsed = Readonly<Record<string, unknown>>;

function build(version: string, width: number): Argv {
  return yargs([])
    .scriptName('raft-loop')
    .usage(
      '$0 [options] [-- COMMAND...]\n\n' +
        'Runs until something fails, and says why: a deterministic simulation of the ' +
        'Raft lab tests, one seed a run, or any command after --.',
    )
    .command('$0', false)
    .command('tour', 'Hunt a bug, and explain two logs of a Raft lab')
    .options(options)
    .completion('completion', 'Print a completion script for bash or zsh')
    .example([
      ['$0 --num 1000 --until-fail', 'the lab 2A tests on 1000 seeds'],
      ['$0 --until-fail --bug stale-vote', 'hunt a known bug'],
      ['$0 --scenario TestFigure82C --num 50', 'one test of the lab'],
      ['$0 --num 20 --until-fail -- go test -run 2A', 'loop your own tests'],
      ['$0 --list-bugs', 'what can be put in'],
    ])
    .epilogue(
      'A looped command gets RAFT_LOOP_INDEX (1, 2, ...), RAFT_LOOP_SEED, and RAFT_LOOP_DIR,\n' +
        'a folder of its own: .log and .jsonl files that it leaves there are analysed too.\n' +
        'A replay has the same seed, but index 1. Go keeps no test results (GOFLAGS=-count=1).\n' +
        'Exit codes: 0 all passed, 1 failure, 2 wrong usage, 4 nothing ran, 130 or 143 by signal.',
    )
    .version(version)
    .help()
    .alias('help', 'h')
    .locale('en')
    .wrap(width)
    .strict()
    .exitProcess(false);
}

function usageWords(args: readonly string[], message: string): string {
  const unknown = /^Unknown (?:arguments?|commands?): (.*)$/.exec(message)?.[1];
  if (unknown === undefined) return message;
  const names = unknown.split(', ');
  const typed = names.find((name) => args.some((arg) => arg.startsWith(`--${name}`)));
  if (typed === undefined)
    return `${JSON.stringify(names[0])} means nothing here; a command to loop goes after --`;
  const near = closest(typed, Object.keys(options));
  return `there is no option --${typed}${near === undefined ? '' : `; did you mean --${near}?`}`;
}

function interpret(parsed: Parsed, command: readonly string[] | undefined): CommandLine {
  const flags = readFlags(parsed, command !== undefined);
  if (typeof flags === 'string') return { kind: 'usage', message: flags };
  if (isSet(parsed.listBugs)) return { kind: 'list', what: 'bugs', flags };
  if (isSet(parsed.listScenarios)) return { kind: 'list', what: 'scenarios', flags };
  if (isSet(parsed.listFaults)) return { kind: 'list', what: 'faults', flags };
  if (isSet(parsed.listStrategies)) return { kind: 'list', what: 'strategies', flags };
  if ((parsed._ as readonly unknown[])[0] === 'tour') return interpretTour(parsed, command, flags);
  if (command !== undefined) return interpretCommand(parsed, command, flags);
  if (parsed.timeout !== undefined)
    return { kind: 'usage', message: '--timeout is for a command after --' };
  const file = text(parsed.replay);
  if (file !== undefined) return { kind: 'replay', file, flags };
  const name = text(parsed.scenario) ?? '2A';
  const scenario = findScenario(name);
  if (scenario === undefined) {
    return {
      kind: 'usage',
      message: unknownName(
        'scenario',
        name,
        scenarios.map((each) => each.name),
      ),
    };
  }
  const bug = text(parsed.bug);
  if (bug !== undefined && !bugs.some((each) => each.name === bug)) {
    return {
      kind: 'usage',
      message: unknownName(
        'bug',
        bug,
        bugs.map((each) => each.name),
      ),
    };
  }
  if (flags.intensities !== undefined && scenario.name !== 'chaos') {
    return { kind: 'usage', message: '--fault is for --scenario chaos' };
  }
  return { kind: 'simulate', scenario, bug, flags };
}

/** The tour says itself what is run; only how it is shown and where it writes can be told. */
function interpretTour(
  parsed: Parsed,
  command: readonly string[] | undefined,
  flags: LoopFlags,
): CommandLine {
  if (command !== undefined) return { kind: 'usage', message: 'the tour loops no command' };
  for (const name of [
    'num',
    'scenario',
    'bug',
    'fault',
    'strategy',
    'seed',
    'timeout',
    'json',
    'trace',
  ]) {
    if (parsed[name] !== undefined) {
      return { kind: 'usage', message: `--${name} means nothing to the tour` };
    }
  }
  return { kind: 'tour', flags };
}

function interpretCommand(
  parsed: Parsed,
  command: readonly string[],
  flags: LoopFlags,
): CommandLine {
  if ((command[0] ?? '') === '') return { kind: 'usage', message: 'a command must follow --' };
  for (const name of [
    'scenario',
    'bug',
    'trace',
    'replay',
    'fault',
    'strategy',
    'verify-determinism',
  ]) {
    if (parsed[name] !== undefined) {
      return { kind: 'usage', message: `--${name} is for the simulation, not for a command` };
    }
  }
  return { kind: 'command', command, flags };
}

/** The flags, or what is wrong with one of them. */
function readFlags(parsed: Parsed, forCommand: boolean): LoopFlags | string {
  const num = wholeNumber(parsed.num, defaultNum);
  if (num === undefined) return `--num takes a whole number, not ${given(parsed.num)}`;
  const firstSeed = wholeNumber(parsed.seed, 1);
  if (firstSeed === undefined) return `--seed takes a whole number, not ${given(parsed.seed)}`;
  if (!Number.isSafeInteger(firstSeed + num)) return '--seed and --num are too large together';
  const jobs = wholeNumber(parsed.jobs, forCommand ? 1 : availableParallelism());
  if (jobs === undefined || jobs < 1)
    return `--jobs takes a number above 0, not ${given(parsed.jobs)}`;
  const seconds = parsed.timeout === undefined ? undefined : Number(text(parsed.timeout));
  if (seconds !== undefined && !(seconds > 0 && seconds < 2_000_000)) {
    return `--timeout takes seconds, not ${given(parsed.timeout)}`;
  }
  const strategy = text(parsed.strategy);
  const known = [...strategies.map((each) => each.name), exhaustiveName];
  if (strategy !== undefined && !known.includes(strategy)) {
    return unknownName('strategy', strategy, known);
  }
  const intensities = readIntensities(parsed.fault);
  if (typeof intensities === 'string') return intensities;
  const trace = text(parsed.trace);
  if (trace !== undefined && num !== 1) return '--trace writes one run: say --num 1 too';
  return {
    num,
    untilFail: isSet(parsed.untilFail),
    firstSeed,
    jobs,
    timeoutMs: seconds === undefined ? undefined : seconds * 1000,
    summary: isSet(parsed.summary),
    json: isSet(parsed.json),
    keep: isSet(parsed.keep),
    trace,
    folder: text(parsed.out) ?? defaultFolder,
    otlp: text(parsed.otlp),
    color: parsed.color === undefined ? undefined : isSet(parsed.color),
    intensities,
    verifyDeterminism: isSet(parsed.verifyDeterminism),
    strategy,
  };
}

/** A repeated option is given as a list: the last one counts. */
function last(value: unknown): unknown {
  return Array.isArray(value) ? value.at(-1) : value;
}

function isSet(value: unknown): boolean {
  return last(value) === true;
}

function text(value: unknown): string | undefined {
  const word = last(value);
  return typeof word === 'string' ? word : undefined;
}

function given(value: unknown): string {
  return JSON.stringify(last(value));
}

function wholeNumber(value: unknown, otherwise: number): number | undefined {
  if (value === undefined) return otherwise;
  const digits = text(value) ?? '';
  const number = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
