import yargs, { type Argv } from 'yargs';
import { questions } from '../questions/questions.ts';
import { reports } from '../reports/reports.ts';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { closest } from './closest.ts';
import { commandOf } from './command-of.ts';
import { flagProblem } from './flag-problem.ts';
import { optionGroups, optionNames } from './option-groups.ts';
import { unheededOption } from './unheeded-option.ts';

/** What the user asked for. */
export type CommandLine =
  | { readonly kind: 'analyze'; readonly files: readonly string[]; readonly options: AnalyzeFlags }
  /** One of the questions that have a name. */
  | {
      readonly kind: 'ask';
      readonly question: string;
      readonly files: readonly string[];
      readonly options: AnalyzeFlags;
    }
  /** Where runs that pass and one that fails part. */
  | {
      readonly kind: 'diff';
      readonly passing: readonly string[];
      readonly failing: string;
      readonly options: AnalyzeFlags;
    }
  /** What a definition of a format makes of a sample. */
  | {
      readonly kind: 'format-try';
      readonly definition: string;
      readonly sample: string;
      readonly options: AnalyzeFlags;
    }
  | { readonly kind: 'explain'; readonly rule: string; readonly color: boolean | undefined }
  | { readonly kind: 'list'; readonly what: 'rules' | 'formats' }
  /** Say what each format can decide. */
  | { readonly kind: 'formats'; readonly color: boolean | undefined }
  /** Have yargs print its completion script. */
  | { readonly kind: 'completion'; print(): void }
  /** Text that yargs made: help or version. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'usage'; readonly message: string };

/** With this first the completion script asks for what may follow. */
const completionRequest = '--get-yargs-completions';

/** Reads the arguments; `width` is for the help. Never throws and never exits. */
export function readCommandLine(
  args: readonly string[],
  version: string,
  width: number,
): CommandLine {
  const parser = build(version, width);
  if (args[0] === 'completion' && args.length === 1) {
    return { kind: 'completion', print: () => parser.showCompletionScript() };
  }
  let line: CommandLine = { kind: 'usage', message: 'nothing to do' };
  // The callback keeps yargs from printing and exiting by itself.
  parser.parse([...args], {}, (error: Error | undefined, parsed: unknown, output: string) => {
    if (args[0] === completionRequest) line = { kind: 'text', text: `${output}\n` };
    else if (error) line = { kind: 'usage', message: usageWords(args, error.message) };
    else if (output !== '') line = { kind: 'text', text: `${output}\n` };
    else line = interpret(parsed as Readonly<Record<string, unknown>>);
  });
  return line;
}

function build(version: string, width: number): Argv {
  const parser = yargs([])
    .scriptName('raft-analyze')
    .usage(
      '$0 FILE...\n\nSays which Raft rule a log breaks, and shows the lines that prove it. ' +
        'Reads the traces of raftlens and the logs that --list-formats lists, gzip and zstd too; ' +
        'a FILE of - is standard input.\n\n' +
        'Questions, each with files after it:\n' +
        questions.map(({ name, title }) => `  ${name.padEnd(12)}${title}`).join('\n') +
        '\n  diff        PASS... FAIL: where the failing run parts from the nearest passing one' +
        '\n  format try  DEFINITION SAMPLE: what a format of your own makes of a log, line by line',
    )
    .example([
      ['$0 trace.jsonl', 'analyse one trace'],
      ['$0 node1.log node2.log node3.log', 'one cluster, a file for each server'],
      ['go test -run 2A 2>&1 | $0 -', 'analyse what a test prints'],
      ['$0 trace.jsonl --term 2-4', 'see these terms pass'],
      ['$0 votes trace.jsonl', 'who did not vote for whom, and why'],
      ['$0 diff pass.jsonl fail.jsonl', 'where a failing run parts from a passing one'],
      ['tail -f n1.log | $0 --follow -', 'tell each finding as it comes'],
      ['$0 --explain election-safety', 'read up on a rule'],
      ['$0 formats', 'see what each format can decide, at which log level'],
      ['$0 completion >> ~/.bashrc', 'complete options with Tab (zsh: ~/.zshrc)'],
    ])
    .epilogue(
      'Exit codes: 0 no violation, 1 a violation, 2 wrong usage, 3 a file could not be read or ' +
        'is no Raft log that is known, 130 interrupted.',
    )
    .version(version)
    .describe('version', 'Print the version and stop')
    .help()
    .describe('help', 'Print this help and stop')
    .alias('help', 'h')
    .locale('en')
    .wrap(width)
    // Files are no positionals of a command: yargs would drop `-` from those.
    .strictOptions()
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      // `--node n1 trace.jsonl` names one server and one file.
      'greedy-arrays': false,
    })
    .exitProcess(false);
  for (const [heading, options] of Object.entries(optionGroups)) {
    parser.options(options).group(Object.keys(options), heading);
  }
  return parser.group(['help', 'version'], 'Reference:');
}

/** What yargs says, in the words of the other messages. */
function usageWords(args: readonly string[], message: string): string {
  const valueless = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (valueless !== undefined) return `--${valueless} needs a value`;
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1];
  if (unknown === undefined) return message;
  // yargs names both spellings of an unknown option; the one that was typed is enough.
  const names = unknown.split(', ');
  const long = names.find((name) => args.some((arg) => arg.startsWith(`--${name}`)));
  if (long === undefined) return `there is no option -${names[0]}`;
  const near = closest(long, optionNames);
  return `there is no option --${long}${near === undefined ? '' : `; did you mean --${near}?`}`;
}

function interpret(parsed: Readonly<Record<string, unknown>>): CommandLine {
  const words = texts(parsed._) ?? [];
  const options = flagsOf(parsed);
  const command = commandOf(parsed, words);
  const message =
    (command === undefined ? flagProblem(options) : undefined) ??
    unheededOption(command, givenIn(parsed)) ??
    flagProblem(options);
  if (message !== undefined) return { kind: 'usage', message };
  const { color } = options;
  const rule = text(parsed.explain);
  if (rule !== undefined) return { kind: 'explain', rule, color };
  if (parsed.listRules === true) return { kind: 'list', what: 'rules' };
  if (parsed.listFormats === true) return { kind: 'list', what: 'formats' };
  const files = words.slice(1);
  if (command === undefined) {
    return words.length === 0 ? noFile : { kind: 'analyze', files: words, options };
  }
  if (command === 'formats') return { kind: 'formats', color };
  if (command === 'format try') return tryOf(files.slice(1), options);
  if (command === 'diff') return diffOf(files, options);
  return files.length === 0 ? noFile : { kind: 'ask', question: command, files, options };
}

const noFile: CommandLine = { kind: 'usage', message: 'no file is named; - is standard input' };

function givenIn(parsed: Readonly<Record<string, unknown>>): readonly string[] {
  return optionNames.filter((name) => isGiven(parsed[name]));
}

function diffOf(files: readonly string[], options: AnalyzeFlags): CommandLine {
  const passing = files.slice(0, -1);
  const failing = files.at(-1);
  if (failing === undefined || passing.length === 0) {
    return { kind: 'usage', message: 'diff takes one or more passing runs, then the failing one' };
  }
  return { kind: 'diff', passing, failing, options };
}

function tryOf(files: readonly string[], options: AnalyzeFlags): CommandLine {
  const [definition, sample, ...more] = files;
  if (definition === undefined || sample === undefined || more.length > 0) {
    return { kind: 'usage', message: 'format try takes a definition, then one sample' };
  }
  return { kind: 'format-try', definition, sample, options };
}

function flagsOf(parsed: Readonly<Record<string, unknown>>): AnalyzeFlags {
  const filters = ['node', 'run', 'term', 'event', 'from', 'to', 'around'].map(
    (name) => parsed[name],
  );
  const outputs = ['json', ...reports.map(({ name }) => name), 'export'].filter((name) =>
    isGiven(parsed[name]),
  );
  return {
    outputs,
    json: parsed.json === true,
    report: reports.find(({ name }) => parsed[name] === true)?.name,
    exportTo: text(parsed.export),
    format: text(parsed.format),
    coverage: parsed.coverage === true,
    unparsed: parsed.unparsed === true,
    follow: parsed.follow === true,
    timeline: [parsed.timeline, ...filters].some(isGiven) && !isGiven(parsed.export),
    nodes: listed(parsed.node),
    runs: texts(parsed.run),
    term: text(parsed.term),
    events: listed(parsed.event),
    from: text(parsed.from),
    to: text(parsed.to),
    around: text(parsed.around),
    color: typeof parsed.color === 'boolean' ? parsed.color : undefined,
    otlp: text(parsed.otlp),
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/** Of an option that is given twice the last one counts. */
function text(value: unknown): string | undefined {
  return texts(value)?.at(-1) ?? (typeof value === 'string' ? value : undefined);
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

/** Names of an option that may be repeated and may hold several, with commas between. */
function listed(value: unknown): readonly string[] | undefined {
  return texts(value)?.flatMap((names) => names.split(','));
}
