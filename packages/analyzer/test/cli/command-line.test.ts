import { expect, test } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { noFlags } from './no-flags.ts';

function read(...args: readonly string[]) {
  return readCommandLine(args, '1.2.3', 100);
}

function analyzed(...args: readonly string[]) {
  const line = read(...args);
  return line.kind === 'analyze' ? { files: line.files, ...line.options } : line;
}

test('the files and nothing else', () => {
  expect(read('a.log', '-', '007')).toEqual({
    kind: 'analyze',
    files: ['a.log', '-', '007'],
    options: noFlags,
  });
});

test.each<[args: string, options: object]>([
  ['a --json --coverage', { files: ['a'], json: true, coverage: true }],
  ['--no-color a', { files: ['a'], color: false }],
  ['--color a', { files: ['a'], color: true }],
  ['-- -a --json', { files: ['-a', '--json'], json: false }],
  ['--node n1 a b', { files: ['a', 'b'], nodes: ['n1'], timeline: true }],
  ['--node n1,n2 a --node 3', { files: ['a'], nodes: ['n1', 'n2', '3'] }],
  ['--term 007 a', { files: ['a'], term: '007', timeline: true }],
  ['--term 1 --term 2 a', { files: ['a'], term: '2' }],
  ['--event vote.*,role.changed a', { events: ['vote.*', 'role.changed'], timeline: true }],
  ['--from 15:45 a', { from: '15:45', timeline: true }],
  ['--around n1.log:7 --run r a', { around: 'n1.log:7', runs: ['r'], timeline: true }],
  ['--export mermaid --term 3 a', { exportTo: 'mermaid', term: '3', timeline: false }],
  ['--sarif --follow a', { report: 'sarif', follow: true }],
  ['--otlp http://[::1]:4318 a', { otlp: 'http://[::1]:4318', timeline: false }],
])('%s', (args, options) => {
  expect(analyzed(...args.split(' '))).toMatchObject(options);
});

test.each<[args: string, line: object]>([
  ['votes a b --json', { kind: 'ask', question: 'votes', files: ['a', 'b'] }],
  ['diff a b c', { kind: 'diff', passing: ['a', 'b'], failing: 'c' }],
  ['--explain figure-8 --explain log-matching', { kind: 'explain', rule: 'log-matching' }],
  ['--explain 8', { kind: 'explain', rule: '8' }],
  ['--list-rules', { kind: 'list', what: 'rules' }],
  ['--list-formats a', { kind: 'list', what: 'formats' }],
  ['--version', { kind: 'text', text: '1.2.3\n' }],
  ['completion', { kind: 'completion' }],
])('%s', (args, line) => {
  expect(read(...args.split(' '))).toMatchObject(line);
});

test.each<[args: string, message: string]>([
  ['', 'no file is named; - is standard input'],
  ['--json', 'no file is named; - is standard input'],
  ['votes', 'no file is named; - is standard input'],
  ['diff a', 'diff takes one or more passing runs, then the failing one'],
  ['a --json --junit', '--json and --junit both print; choose one'],
  ['a --sarif --export etcd', '--sarif and --export both print; choose one'],
  ['a --from noon', '--from takes a time such as 15:45:58.2, not "noon"'],
  ['a --around x', '--around takes LINE or FILE:LINE, not "x"'],
  ['a --jsno', 'there is no option --jsno; did you mean --json?'],
  ['a --list-rule', 'there is no option --list-rule; did you mean --list-rules?'],
  ['a --zzz', 'there is no option --zzz'],
  ['a -x', 'there is no option -x'],
  ['a --term', '--term needs a value'],
  ['--node', '--node needs a value'],
  ['--node --json a', '--node needs a value'],
  ['a --term x', '--term takes a term or a range such as 3-5, not "x"'],
  ['a --term 5-3', '--term takes a term or a range such as 3-5, not "5-3"'],
  ['a --event vote.grnated', 'there is no event "vote.grnated"; did you mean vote.granted?'],
  ['a --event x*', `there is no event "x*"; 'role.*' takes all that begin so`],
])('%j is wrong usage', (args, message) => {
  expect(read(...args.split(' ').filter((arg) => arg !== ''))).toEqual({ kind: 'usage', message });
});
