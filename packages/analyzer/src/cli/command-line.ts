import yargs, { type Argv, type Options } from 'yargs';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { closest } from './closest.ts';
import { flagProblem } from './flag-problem.ts';

/** What the user asked for. */
export type CommandLine =
  | { readonly kind: 'analyze'; readonly files: readonly string[]; readonly options: AnalyzeFlags }
  | { readonly kind: 'explain'; readonly rule: string }
  | { readonly kind: 'list'; readonly what: 'rules' | 'formats' }
  /** Have yargs print its completion script. */
  | { readonly kind: 'completion'; print(): void }
  /** Text that yargs made: help or version. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'usage'; readonly message: string };

/** With this first the completion script asks for what may follow. */
const completionRequest = '--get-yargs-completions';

const output: Readonly<Record<string, Options>> = {
  json: { type: 'boolean', describe: 'Print one JSON object, for machines' },
  coverage: { type: 'boolean', describe: 'Say for each rule what the log lacks to judge it' },
  color: {
    type: 'boolean',
    describe: 'Colour, or --no-color; else on a terminal, unless NO_COLOR',
  },
  otlp: {
    type: 'string',
    requiresArg: true,
    describe: 'Send the events as OpenTelemetry spans to this URL too',
  },
};

const timeline: Readonly<Record<string, Options>> = {
  timeline: { type: 'boolean', describe: 'Print the events first, a column for each server' },
  node: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'Only these servers, such as n1,n2',
  },
  term: { type: 'string', requiresArg: true, describe: 'Only this term, or terms: 3, 3-5, 3-' },
  event: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: "Only these events, such as role.changed,'vote.*'",
  },
};

const reference: Readonly<Record<string, Options>> = {
  explain: { type: 'string', requiresArg: true, describe: 'Explain a rule and stop' },
  'list-rules': { type: 'boolean', describe: 'List the rules and stop' },
  'list-formats': { type: 'boolean', describe: 'List the formats that are read and stop' },
};

/** By the headings that they stand under in the help. */
const groups: Readonly<Record<string, Readonly<Record<string, Options>>>> = {
  'Output:': output,
  'Timeline, each of these asks for one:': timeline,
  'Reference:': reference,
};

const optionNames = [...Object.values(groups).flatMap(Object.keys), 'help', 'version'];

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
        'a FILE of - is standard input.',
    )
    .example([
      ['$0 trace.jsonl', 'analyse one trace'],
      ['$0 node1.log node2.log node3.log', 'one cluster, a file for each server'],
      ['go test -run 2A 2>&1 | $0 -', 'analyse what a test prints'],
      ['$0 trace.jsonl --term 2-4', 'see these terms pass'],
      ['$0 --explain election-safety', 'read up on a rule'],
      ['$0 completion >> ~/.bashrc', 'complete options with Tab (zsh: ~/.zshrc)'],
    ])
    .epilogue(
      'Exit codes: 0 no violation, 1 a violation, 2 wrong usage, 3 a file could not be read or ' +
        'is in no known format, 130 interrupted.',
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
  for (const [heading, options] of Object.entries(groups)) {
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
  const rule = text(parsed.explain);
  if (rule !== undefined) return { kind: 'explain', rule };
  if (parsed.listRules === true) return { kind: 'list', what: 'rules' };
  if (parsed.listFormats === true) return { kind: 'list', what: 'formats' };
  const files = texts(parsed._) ?? [];
  if (files.length === 0) {
    return { kind: 'usage', message: 'no file is named; - is standard input' };
  }
  const options: AnalyzeFlags = {
    json: parsed.json === true,
    coverage: parsed.coverage === true,
    timeline: [parsed.timeline, parsed.node, parsed.term, parsed.event].some(isGiven),
    nodes: listed(parsed.node),
    term: text(parsed.term),
    events: listed(parsed.event),
    color: typeof parsed.color === 'boolean' ? parsed.color : undefined,
    otlp: text(parsed.otlp),
  };
  const message = flagProblem(options);
  return message === undefined ? { kind: 'analyze', files, options } : { kind: 'usage', message };
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
