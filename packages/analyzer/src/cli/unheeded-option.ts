import { reports } from '../reports/reports.ts';
import { optionNames } from './option-groups.ts';

/** What choose among the events: for a timeline, an export, or an answer. */
const selection = ['node', 'run', 'term', 'event', 'from', 'to', 'around'];

/** How an analysis is read and where else it goes, whatever it prints. */
const reading = ['follow', 'format', 'color', 'otlp'];

/** The options that mean something to a command, by its name. */
const ofCommands: Readonly<Record<string, readonly string[]>> = {
  diff: ['json', 'format', 'color'],
  'format try': ['color'],
  formats: ['color'],
  '--explain': ['color'],
  '--list-rules': ['color'],
  '--list-formats': ['color'],
};

/** Those that mean something to a question. */
const ofQuestions: readonly string[] = ['json', 'format', 'color', ...selection];

/** Those beside each option that decides what an analysis prints; the first of them is in force. */
const ofOutputs: Readonly<Record<string, readonly string[]>> = {
  json: ['coverage', 'unparsed', ...reading],
  // What each rule lacks is in these two anyway.
  markdown: ['coverage', ...reading],
  junit: ['coverage', ...reading],
  ...Object.fromEntries(
    reports
      .map(({ name }) => name)
      .filter((name) => name !== 'markdown' && name !== 'junit')
      .map((name) => [name, reading]),
  ),
  export: [...selection, ...reading],
  unparsed: ['timeline', ...selection, ...reading],
};

/**
 * Says, in words for the user, which of the options given would mean nothing: `command` is none for
 * an analysis, else a question or one of the other things that can be asked for.
 */
export function unheededOption(
  command: string | undefined,
  given: readonly string[],
): string | undefined {
  const output = Object.keys(ofOutputs).find((name) => given.includes(name));
  const subject = command ?? (output === undefined ? undefined : `--${output}`);
  if (subject === undefined) return undefined;
  const heeded =
    command === undefined ? (ofOutputs[output ?? ''] ?? []) : (ofCommands[command] ?? ofQuestions);
  const unheeded = given.find(
    (name) => `--${name}` !== subject && !heeded.includes(name) && optionNames.includes(name),
  );
  if (unheeded === undefined) return undefined;
  const names = heeded.map((name) => `--${name}`);
  return `${subject} does not go with --${unheeded}; it goes with ${listed(names)}`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
