import { expect, test } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { optionGroups } from '../../src/cli/option-groups.ts';
import { questions } from '../../src/questions/questions.ts';
import { raftAnalyze } from './raft-analyze.ts';

/** Every option, with a value where it takes one. */
const options: Readonly<Record<string, readonly string[]>> = {
  json: ['--json'],
  markdown: ['--markdown'],
  sarif: ['--sarif'],
  junit: ['--junit'],
  github: ['--github'],
  export: ['--export', 'mermaid'],
  coverage: ['--coverage'],
  format: ['--format', 'raftlens'],
  unparsed: ['--unparsed'],
  follow: ['--follow'],
  color: ['--color'],
  otlp: ['--otlp', 'http://localhost:4318'],
  timeline: ['--timeline'],
  node: ['--node', 'n1'],
  run: ['--run', 'r'],
  term: ['--term', '1'],
  event: ['--event', 'role.*'],
  from: ['--from', '15:45'],
  to: ['--to', '15:46'],
  around: ['--around', '7'],
  explain: ['--explain', 'figure-8'],
  'list-rules': ['--list-rules'],
  'list-formats': ['--list-formats'],
};

const selection = ['node', 'run', 'term', 'event', 'from', 'to', 'around'];
const reading = ['format', 'color', 'follow', 'otlp'];
/** These ask for something else, whatever files stand behind them. */
const reference = ['explain', 'list-rules', 'list-formats'];

/** What each command does something with. */
const commands: readonly (readonly [args: string, heeded: readonly string[]])[] = [
  ['diff a b', ['json', 'format', 'color']],
  ['format try a b', ['color']],
  ['formats', ['color']],
  ['--explain figure-8', ['color', 'explain']],
  ['--list-rules', ['color', 'list-rules']],
  ['--list-formats', ['color', 'list-formats']],
  ...questions.map(({ name }) => [`${name} a`, ['json', 'format', 'color', ...selection]] as const),
  ['a', Object.keys(options).filter((name) => !reference.includes(name))],
  ['a --json', ['json', 'coverage', 'unparsed', ...reading]],
  ['a --markdown', ['markdown', 'coverage', ...reading]],
  ['a --junit', ['junit', 'coverage', ...reading]],
  ['a --sarif', ['sarif', ...reading]],
  ['a --github', ['github', ...reading]],
  ['a --export mermaid', ['export', ...selection, ...reading]],
  ['a --unparsed', ['unparsed', 'json', 'timeline', ...selection, ...reading]],
];

const pairs = commands.flatMap(([args, heeded]) =>
  Object.keys(options).map((option) => [args, option, heeded.includes(option)] as const),
);

test('the table knows every option', () => {
  const all = Object.values(optionGroups).flatMap(Object.keys);
  expect(Object.keys(options).sort()).toEqual(all.sort());
});

test.each(pairs)('%s, --%s: %s', (args, option, heeded) => {
  const line = readCommandLine([...args.split(' '), ...(options[option] ?? [])], '1.2.3', 100);
  const asked = reference.find((name) => name === option);
  if (heeded) expect(line).not.toMatchObject({ kind: 'usage' });
  else if (asked !== undefined && !args.startsWith('--')) {
    // It asks for something beside the files, with which the other options do not go.
    const named = args.includes('--')
      ? { kind: 'usage' }
      : { kind: expect.stringMatching(/^(explain|list)$/) };
    expect(line).toMatchObject(named);
  } else {
    expect(line).toMatchObject({ kind: 'usage' });
    expect(line.kind === 'usage' && line.message).toMatch(
      /^\S+( try)? does not go with --\S+; it goes with --|both print; choose one$/,
    );
  }
});

test.each([
  [['diff', 'a', 'b', '--markdown'], 'diff does not go with --markdown'],
  [['votes', 'a', '--sarif'], 'votes does not go with --sarif'],
  [['a', '--json', '--node', 'n1'], '--json does not go with --node'],
])('%j ends with the code of wrong usage', async (args, message) => {
  const { code, stdout, stderr } = await raftAnalyze(args);
  expect(stderr).toMatch(`raft-analyze: ${message}; it goes with --`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
