import { closest } from '@raftlens/analyzer/page';
import type { Scenario } from '@raftlens/sim';
import yargs, { type Argv } from 'yargs';
import { type CommandFlags, readCommandFlags } from './command-flags.ts';
import { type LoopFlags, readFlags } from './loop-flags.ts';
import { commandOptions } from './options/command-options.ts';
import { generalOptions } from './options/general-options.ts';
import { otherOptions } from './options/other-options.ts';
import { simulationOptions } from './options/simulation-options.ts';
import { type OtherWork, otherWork } from './other-work.ts';
import { type ParsedLine, parsedLine } from './parsed-line.ts';
import { withoutOption } from './without-option.ts';

/** What the user asked for. */
export type CommandLine =
  | {
      readonly kind: 'simulate';
      readonly scenario: Scenario;
      readonly bug: string | undefined;
      readonly flags: LoopFlags;
    }
  /** A simulation or a replay, of which nothing is known yet: see `simulationLine`. */
  | { readonly kind: 'simulation'; readonly parsed: ParsedLine; readonly flags: LoopFlags }
  | CommandToLoop
  /** Another folder's loop, which says itself what it loops; `options` were given here. */
  | { readonly kind: 'again'; readonly from: EarlierLoop; readonly options: readonly string[] }
  /** End what killed loops left behind. */
  | { readonly kind: 'prune'; readonly flags: LoopFlags }
  | { readonly kind: 'tour'; readonly flags: LoopFlags }
  | OtherWork
  | { readonly kind: 'replay'; readonly file: string; readonly flags: LoopFlags }
  | { readonly kind: 'list'; readonly what: ListName; readonly flags: LoopFlags }
  /** Text that yargs made: help or version. */
  | { readonly kind: 'text'; readonly text: string }
  /** Have yargs print its completion script. */
  | { readonly kind: 'completion'; print(): void }
  | { readonly kind: 'usage'; readonly message: string };

/** What can be listed. */
export type ListName = 'bugs' | 'scenarios' | 'faults' | 'strategies';

/** A command, with all that is said of it. */
export interface CommandToLoop {
  readonly kind: 'command';
  readonly command: readonly string[];
  readonly flags: LoopFlags;
  readonly loop: CommandFlags;
  /** The loop to go on with, or whose failed runs to make again. */
  readonly from: EarlierLoop | undefined;
  /** What was said before the command, but for that. */
  readonly options: readonly string[];
}

/** A loop that was made before; without a folder the last one is meant. */
export interface EarlierLoop {
  readonly how: 'resume' | 'rerun';
  readonly folder: string | undefined;
}

const options = { ...generalOptions, ...simulationOptions, ...commandOptions, ...otherOptions };
const { isSet, text } = parsedLine;

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
      else line = interpret(parsed as ParsedLine, own, command);
    },
  );
  return line;
}

/** Help without the types that yargs adds: every number here is a string to it. */
function withoutTypes(help: string): string {
  return help.replace(/\n? *\[(?:string|boolean)\]$/gm, '');
}

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
    .command('prune', 'End what loops that were killed have left running')
    .command(
      'merge <into> <folders..>',
      'Make one loop of the shards in these folders',
      asWritten('into', 'folders'),
    )
    .command(
      'compare <before> <after>',
      'Say whether a change has made the failures of a loop rarer: two folders',
      asWritten('before', 'after'),
    )
    .command(
      'bisect <good> <bad>',
      'Find the commit from which on a command fails now and then',
      asWritten('good', 'bad'),
    )
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
        'It gets COUNT, ACTUALCOUNT and ITEM too, as loop gives them. A replay has the\n' +
        'same seed, but index 1. Go keeps no test results (GOFLAGS=-count=1).\n' +
        'On a terminal: t prints what the running commands said last, p pauses, q ends.\n' +
        'Exit codes: 0 all passed, 1 failure, 2 wrong usage, 3 set-up failed, 4 nothing ran,\n' +
        '5 a rerun still fails, 124 the time ended before the goal, 125 only inconclusive runs,\n' +
        '129, 130 or 143 by signal.',
    )
    .version(version)
    .help()
    .alias('help', 'h')
    .locale('en')
    .wrap(width)
    .strict()
    .exitProcess(false);
}

/** Words that are taken as they are: a folder called 0001 is not the number 1. */
function asWritten(...names: readonly string[]): (yargs: Argv) => Argv {
  return (line) => {
    for (const name of names) line.positional(name, { type: 'string' });
    return line;
  };
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

function interpret(
  parsed: ParsedLine,
  own: readonly string[],
  command: readonly string[] | undefined,
): CommandLine {
  const from = earlierLoop(parsed);
  if (typeof from === 'string') return { kind: 'usage', message: from };
  const flags = readFlags(parsed, command !== undefined || from !== undefined);
  if (typeof flags === 'string') return { kind: 'usage', message: flags };
  if (isSet(parsed.listBugs)) return { kind: 'list', what: 'bugs', flags };
  if (isSet(parsed.listScenarios)) return { kind: 'list', what: 'scenarios', flags };
  if (isSet(parsed.listFaults)) return { kind: 'list', what: 'faults', flags };
  if (isSet(parsed.listStrategies)) return { kind: 'list', what: 'strategies', flags };
  const [word] = parsed._ as readonly unknown[];
  if (word === 'tour') return interpretTour(parsed, command, flags);
  if (word === 'prune') return { kind: 'prune', flags };
  const other = otherWork(parsed, command, flags);
  if (typeof other === 'string') return { kind: 'usage', message: other };
  if (other !== undefined) return other;
  const options = from === undefined ? own : withoutOption(own, from.how);
  if (command !== undefined) return interpretCommand(parsed, { command, flags, from, options });
  if (from !== undefined) return { kind: 'again', from, options };
  const misplaced = givenOf(parsed, { ...commandOptions, ...otherOptions });
  if (misplaced !== undefined) {
    const place = misplaced in otherOptions ? 'merge or bisect' : 'a command after --';
    return { kind: 'usage', message: `--${misplaced} is for ${place}` };
  }
  return { kind: 'simulation', parsed, flags };
}

/** The tour says itself what is run; only how it is shown and where it writes can be told. */
function interpretTour(
  parsed: ParsedLine,
  command: readonly string[] | undefined,
  flags: LoopFlags,
): CommandLine {
  if (command !== undefined) return { kind: 'usage', message: 'the tour loops no command' };
  const table = { ...generalOptions, ...simulationOptions, ...commandOptions };
  const { out, color, summary, jobs, keep, otlp, ...others } = table;
  const misplaced = givenOf(parsed, others);
  if (misplaced !== undefined) {
    return { kind: 'usage', message: `--${misplaced} means nothing to the tour` };
  }
  return { kind: 'tour', flags };
}

function interpretCommand(
  parsed: ParsedLine,
  said: Omit<CommandToLoop, 'kind' | 'loop'>,
): CommandLine {
  if ((said.command[0] ?? '') === '') {
    return { kind: 'usage', message: 'a command must follow --' };
  }
  const other = givenOf(parsed, otherOptions);
  if (other !== undefined) return { kind: 'usage', message: `--${other} is for merge or bisect` };
  const misplaced = givenOf(parsed, simulationOptions);
  if (misplaced !== undefined) {
    return { kind: 'usage', message: `--${misplaced} is for the simulation, not for a command` };
  }
  const loop = readCommandFlags(parsed, said.flags);
  if (typeof loop === 'string') return { kind: 'usage', message: loop };
  return { kind: 'command', ...said, loop };
}

/** The first option of the table that was given. */
function givenOf(parsed: ParsedLine, table: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(table).find((name) => parsed[name] !== undefined);
}

function earlierLoop(parsed: ParsedLine): EarlierLoop | string | undefined {
  if (parsed.resume !== undefined && parsed.rerun !== undefined) {
    return '--resume and --rerun exclude each other';
  }
  const how = parsed.resume !== undefined ? 'resume' : parsed.rerun !== undefined ? 'rerun' : null;
  if (how === null) return undefined;
  const folder = text(parsed[how]) ?? '';
  // `--rerun failed` says what is meant, and names no folder.
  const none = folder === '' || (how === 'rerun' && folder === 'failed');
  return { how, folder: none ? undefined : folder };
}
