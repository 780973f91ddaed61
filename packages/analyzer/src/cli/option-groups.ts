import type { Options } from 'yargs';
import { exports } from '../exports/exports.ts';
import { reports } from '../reports/reports.ts';

type Group = Readonly<Record<string, Options>>;

const output: Group = {
  json: { type: 'boolean', describe: 'Print one JSON object, for machines' },
  ...Object.fromEntries(
    reports.map(({ name, title }): [string, Options] => [
      name,
      { type: 'boolean', describe: `Print ${title}` },
    ]),
  ),
  export: {
    type: 'string',
    requiresArg: true,
    choices: exports.map(({ name }) => name),
    describe: 'Print the events for another program, instead of the analysis',
  },
  coverage: { type: 'boolean', describe: 'Say for each rule what the log lacks to judge it' },
  format: {
    type: 'string',
    requiresArg: true,
    describe: 'Read the files as this format: an id, or a file that defines one, such as my.yaml',
  },
  unparsed: {
    type: 'boolean',
    describe: 'Show the lines that gave no event, by kind, instead of the analysis',
  },
  follow: {
    type: 'boolean',
    describe: 'Go on reading as the files or the pipe grow, and tell each finding at once',
  },
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

const timeline: Group = {
  timeline: { type: 'boolean', describe: 'Print the events first, a column for each server' },
  node: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'Only these servers, such as n1,n2',
  },
  run: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'Only this run, where a log has several, such as one for each test',
  },
  term: { type: 'string', requiresArg: true, describe: 'Only this term, or terms: 3, 3-5, 3-' },
  event: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: "Only these events, such as role.changed,'vote.*'",
  },
  from: {
    type: 'string',
    requiresArg: true,
    describe: 'Only from this time on: 15:45:58.2, a date with time, or ms since the epoch',
  },
  to: { type: 'string', requiresArg: true, describe: 'Only up to this time' },
  around: {
    type: 'string',
    requiresArg: true,
    describe: 'Only what stands near this line: LINE or FILE:LINE',
  },
};

const reference: Group = {
  explain: { type: 'string', requiresArg: true, describe: 'Explain a rule and stop' },
  'list-rules': { type: 'boolean', describe: 'List the rules and stop' },
  'list-formats': { type: 'boolean', describe: 'List the formats that are read and stop' },
};

/** The options, by the headings that they stand under in the help. */
export const optionGroups: Readonly<Record<string, Group>> = {
  'Output:': output,
  'Timeline and export, each of these asks for a timeline:': timeline,
  'Reference:': reference,
};

/** The long name of every option. */
export const optionNames: readonly string[] = [
  ...Object.values(optionGroups).flatMap(Object.keys),
  'help',
  'version',
];
