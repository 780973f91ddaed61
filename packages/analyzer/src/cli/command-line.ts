import yargs, { type Argv, type Options } from 'yargs';
import { closest } from './closest.ts';

/** What the user asked for. */
export type CommandLine =
  | { readonly kind: 'analyze'; readonly files: readonly string[]; readonly options: AnalyzeFlags }
  | { readonly kind: 'explain'; readonly rule: string }
  | { readonly kind: 'list'; readonly what: 'rules' | 'formats' }
  /** Text that yargs made: help, version, a completion script. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'usage'; readonly message: string };

/** Flags of an analysis, as given. */
export interface AnalyzeFlags {
  readonly json: boolean;
  readonly coverage: boolean;
  readonly timeline: boolean;
  readonly nodes: readonly string[] | undefined;
  readonly term: string | undefined;
  readonly events: readonly string[] | undefined;
  readonly color: boolean | undefined;
  readonly otlp: string | undefined;
}

const options: Readonly<Record<string, Options>> = {
  json: { type: 'boolean', describe: 'Print one JSON object, for machines' },
  coverage: { type: 'boolean', describe: 'Say for each rule what the log lacks to judge it' },
  timeline: { type: 'boolean', describe: 'Print the events first, a column for each server' },
  node: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'Timeline: only these servers',
  },
  term: { type: 'string', requiresArg: true, describe: 'Timeline: only this term, or A-B' },
  event: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: "Timeline: only these events, such as vote.granted or 'message.*'",
  },
  explain: { type: 'string', requiresArg: true, describe: 'Explain a rule and stop' },
  'list-rules': { type: 'boolean', describe: 'List the rules and stop' },
  'list-formats': { type: 'boolean', describe: 'List the formats that are read and stop' },
  otlp: {
    type: 'string',
    requiresArg: true,
    describe: 'Send the events as OpenTelemetry spans to this URL too',
  },
  color: { type: 'boolean', describe: 'Colour or not; by default on a terminal, unless NO_COLOR' },
};

/** Reads the arguments; `width` is for the help. Never throws and never exits. */
export function readCommandLine(
  args: readonly string[],
  version: string,
  width: number,
): CommandLine {
  let line: CommandLine = { kind: 'usage', message: 'nothing to do' };
  const parser = build(version, width);
  // The callback keeps yargs from printing and exiting by itself.
  parser.parse([...args], {}, (error: Error | undefined, parsed: unknown, output: string) => {
    if (error) line = { kind: 'usage', message: usageWords(args, error.message) };
    else if (output !== '') line = { kind: 'text', text: `${output}\n` };
    else line = interpret(parsed as Readonly<Record<string, unknown>>);
  });
  return line;
}

function build(version: string, width: number): Argv {
  return yargs([])
    .scriptName('raft-analyze')
    .usage(
      '$0 FILE...\n\nSays which Raft rule a log breaks, and shows the lines that prove it. ' +
        'Reads the traces of raftlens, logs of Raft labs and more; - is standard input.',
    )
    .command('$0 [files..]', false)
    .positional('files', { type: 'string', array: true })
    .options(options)
    .completion('completion', 'Print a completion script for bash or zsh')
    .example([
      ['$0 trace.jsonl', 'analyse one trace'],
      ['$0 node1.log node2.log node3.log', 'one cluster, a file for each server'],
      ['go test -run 2A 2>&1 | $0 -', 'analyse what a test prints'],
      ["$0 trace.jsonl --timeline --term 2-4 --event 'vote.*'", 'see an election'],
      ['$0 --explain election-safety', 'read up on a rule'],
    ])
    .epilogue(
      'Exit codes: 0 no violation, 1 a violation, 2 wrong usage, 3 a file could not be read or is ' +
        'in no known format, 130 interrupted.',
    )
    .version(version)
    .help()
    .alias('help', 'h')
    .locale('en')
    .wrap(width)
    .strict()
    .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false })
    .exitProcess(false);
}

function usageWords(args: readonly string[], message: string): string {
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1];
  if (unknown === undefined) return message;
  // yargs names both spellings of an unknown option; the one that was typed is enough.
  const names = unknown.split(', ');
  const typed = names.find((name) => args.some((arg) => arg.startsWith(`--${name}`))) ?? names[0];
  const near = closest(typed ?? '', Object.keys(options));
  return `there is no option --${typed}${near === undefined ? '' : `; did you mean --${near}?`}`;
}

function interpret(parsed: Readonly<Record<string, unknown>>): CommandLine {
  if (typeof parsed.explain === 'string') return { kind: 'explain', rule: parsed.explain };
  if (parsed.listRules === true) return { kind: 'list', what: 'rules' };
  if (parsed.listFormats === true) return { kind: 'list', what: 'formats' };
  const files = texts(parsed.files) ?? [];
  if (files.length === 0) {
    return { kind: 'usage', message: 'no file is named; - is standard input' };
  }
  return {
    kind: 'analyze',
    files,
    options: {
      json: parsed.json === true,
      coverage: parsed.coverage === true,
      timeline: parsed.timeline === true,
      nodes: texts(parsed.node),
      term: typeof parsed.term === 'string' ? parsed.term : undefined,
      events: texts(parsed.event),
      color: typeof parsed.color === 'boolean' ? parsed.color : undefined,
      otlp: typeof parsed.otlp === 'string' ? parsed.otlp : undefined,
    },
  };
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
