import { availableParallelism } from 'node:os';
import { faults } from '@raftlens/sim';
import { expect, test } from 'vitest';
import { type CommandLine, readCommandLine } from '../../src/cli/command-line.ts';
import { simulationLine } from '../../src/cli/simulation-line.ts';

function read(...args: readonly string[]): CommandLine {
  const line = readCommandLine(args, '1.2.3', 100);
  return line.kind === 'simulation' ? simulationLine(line) : line;
}

/** The outcome in a line: its kind, what it runs, and the flags that are not as usual. */
function outcome(args: readonly string[]): string {
  const line = read(...args);
  if (line.kind === 'usage') return `usage: ${line.message}`;
  if (line.kind === 'text' || line.kind === 'completion') return line.kind;
  const what =
    line.kind === 'simulate'
      ? [line.scenario.name, line.bug]
      : line.kind === 'command'
        ? [JSON.stringify(line.command)]
        : line.kind === 'list'
          ? [line.what]
          : [];
  const usual: Readonly<Record<string, unknown>> = {
    num: 1000,
    untilFail: false,
    firstSeed: 1,
    confidence: 0.95,
    below: undefined,
    jobs: line.kind === 'command' ? 1 : availableParallelism(),
    summary: false,
    json: false,
    keep: false,
    folder: '.raft-loop',
    verifyDeterminism: false,
    capsules: true,
    strategy: undefined,
  };
  if (line.kind === 'again') return `again ${line.from.how} ${line.from.folder}`;
  const flags = Object.entries(line.flags)
    .filter(([name, value]) => value !== usual[name])
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return [line.kind, ...what, ...flags].filter((part) => part !== undefined).join(' ');
}

test.each<[string[], string]>([
  [[], 'simulate 2A'],
  [['--num', '1000', '--until-fail'], 'simulate 2A untilFail=true'],
  [['-n', '5', '-j', '3'], 'simulate 2A num=5 jobs=3'],
  [['--num=0'], 'simulate 2A num=0'],
  [['--scenario', '3A', '--bug', 'stale-vote'], 'simulate 2A stale-vote'],
  [['--scenario=TestFigure82C'], 'simulate TestFigure82C'],
  [['--seed', '9', '--num', '1', '--trace', 'f'], 'simulate 2A num=1 firstSeed=9 trace=f'],
  [['--summary', '--json', '--keep'], 'simulate 2A summary=true json=true keep=true'],
  [['--out', 'x', '--otlp', 'http://h:1'], 'simulate 2A folder=x otlp=http://h:1'],
  [['--no-color'], 'simulate 2A color=false'],
  [['--num', '1', '--num', '2', '--seed', '3', '--seed', '4'], 'simulate 2A num=2 firstSeed=4'],
  [['--json', '--json', '--until-fail', '--until-fail'], 'simulate 2A untilFail=true json=true'],
  [['--below', '1/100'], 'simulate 2A num=299 below=0.01'],
  [['--below', '1%', '--confidence', '99', '--', 'x'], 'command ["x"] confidence=0.99 below=0.01'],
  [['--below', '2'], 'usage: --below takes a share like 1/1000, 0.1% or 0.001, not "2"'],
  [['--confidence', '0'], 'usage: --confidence takes a share like 99, 99% or 0.99, not "0"'],
  [['--summary', '--no-summary'], 'simulate 2A'],
  [['--color', '--no-color'], 'simulate 2A color=false'],
  [['--bug', 'nonsense', '--bug', 'stale-vote'], 'simulate 2A stale-vote'],
  [['tour'], 'tour'],
  [['tour', '--out', 'x'], 'tour folder=x'],
  [['--list-bugs', '--list-bugs'], 'list bugs'],
  [['--verify-determinism'], 'simulate 2A verifyDeterminism=true'],
  [['--no-capsules'], 'simulate 2A capsules=false'],
  [['--verify-determinism', '--no-verify-determinism'], 'simulate 2A'],
  [['--scenario', 'all'], 'simulate all'],
  [['--list-faults', '--json'], 'list faults json=true'],
  [['--list-scenarios', '--json'], 'list scenarios json=true'],
  [['--help'], 'text'],
  [['--version'], 'text'],
  [['completion'], 'completion'],
])('%j', (args, expected) => {
  expect(outcome(args)).toBe(expected);
});

test.each<[string[], string]>([
  [['--', 'go', 'test', '-run', '2A'], 'command ["go","test","-run","2A"]'],
  [['--num', '3', '--', 'prog', '--bogus', '--', 'x'], 'command ["prog","--bogus","--","x"] num=3'],
  [['--', '--num', '3'], 'command ["--num","3"]'],
  [['--', 'sh', '-c', ' a  b ', ''], 'command ["sh","-c"," a  b ",""]'],
  [['--', '-5', '007', '--help', '--no-x'], 'command ["-5","007","--help","--no-x"]'],
  [['--', '--'], 'command ["--"]'],
  [['-p', '3', '--workers', '5', '--', 'x'], 'command ["x"] jobs=5'],
  [['--num', 'inf', '--', 'x'], 'command ["x"] num=Infinity'],
  [
    ['--iter', '7', '--archive', '--output', 'o', '--', 'x'],
    'command ["x"] num=7 keep=true folder=o',
  ],
  [['--resume'], 'again resume undefined'],
  [['--resume', 'dir'], 'again resume dir'],
  [['--rerun', 'failed'], 'again rerun undefined'],
  [['--rerun=dir', '-p', '2'], 'again rerun dir'],
  [['prune'], 'prune'],
  [['-j', '4', '--', 'x'], 'command ["x"] jobs=4'],
])('a command: %j', (args, expected) => {
  expect(outcome(args)).toBe(expected);
});

test.each<[string[], string]>([
  [['--bogus'], 'there is no option --bogus'],
  [['--until-fial'], 'there is no option --until-fial; did you mean --until-fail?'],
  [['--nums=3'], 'there is no option --nums; did you mean --num?'],
  [['go', 'test'], '"go" means nothing here; a command to loop goes after --'],
  [['--'], 'a command must follow --'],
  [['--', '', 'x'], 'a command must follow --'],
  [['--num'], 'Not enough arguments following: num'],
  [['--num', 'ten'], '--num takes a whole number, not "ten"'],
  [['--num', '-5'], '--num takes a whole number, not "-5"'],
  [['--num', '1.5'], '--num takes a whole number, not "1.5"'],
  [['--num', '1e3'], '--num takes a whole number, not "1e3"'],
  [['--num='], '--num takes a whole number, not ""'],
  [['--num', '1', '--num', 'x'], '--num takes a whole number, not "x"'],
  [['--seed', '0x10'], '--seed takes a whole number, not "0x10"'],
  [['--seed', '9007199254740991'], '--seed and --num are too large together'],
  [['--seed', '99999999999999999999'], '--seed takes a whole number, not "99999999999999999999"'],
  [['--jobs', '0'], '--jobs takes a number above 0, not "0"'],
  [['--timeout', 'soon', '--', 'x'], '--timeout takes seconds, or a time like 1m30s, not "soon"'],
  [['--timeout', '0', '--', 'x'], '--timeout takes seconds, or a time like 1m30s, not "0"'],
  [['--timeout', '90%', '--', 'x'], '--timeout takes more than 100% of the median, not "90%"'],
  [['--num', 'inf'], '--num takes a whole number, not "inf"'],
  [['--max-fails', 'some', '--', 'x'], '--max-fails takes K or K%, not "some"'],
  [['--until-error', 'x', '--', 'x'], '--until-error takes an exit code, not "x"'],
  [['--until-time', 'tea', '--', 'x'], '--until-time takes a time, not "tea"'],
  [['--max-log', '5 apples', '--', 'x'], '--max-log takes a size like 64M, not "5 apples"'],
  [['--ports', '0', '--', 'x'], '--ports takes a number above 0, not "0"'],
  [['--offset', 'a', '--', 'x'], '--offset takes a number, not "a"'],
  [
    ['--reporter', 'teletext', '--', 'x'],
    'there is no reporter "teletext"; there are junit, json, markdown, github',
  ],
  [['--reporter', 'junit=', '--', 'x'], '--reporter junit= names no file'],
  [['--resume', '--rerun'], '--resume and --rerun exclude each other'],
  [['--until-match', 'x'], '--until-match is for a command after --'],
  [['--timeout', '5'], '--timeout is for a command after --'],
  [['--trace', 'f'], '--trace writes one run: say --num 1 too'],
  [['--scenario', '2Z'], 'there is no scenario "2Z"; did you mean 2A?'],
  [
    ['--scenario', 'nothing-like-it'],
    'there is no scenario "nothing-like-it"; --list-scenarios lists them',
  ],
  [['--bug', 'stale-votes'], 'there is no bug "stale-votes"; did you mean stale-vote?'],
  [['--bug', 'x', '--', 'y'], '--bug is for the simulation, not for a command'],
  [['--scenario', '2A', '--', 'y'], '--scenario is for the simulation, not for a command'],
  [['--fault', 'loss=1', '--', 'y'], '--fault is for the simulation, not for a command'],
  [
    ['--verify-determinism', '--', 'y'],
    '--verify-determinism is for the simulation, not for a command',
  ],
  [['tour', '--fault', 'loss=1'], '--fault means nothing to the tour'],
  [['tour', '--', 'y'], 'the tour loops no command'],
  [['tour', '--json'], '--json means nothing to the tour'],
  [['tour', '--bug', 'stale-vote'], '--bug means nothing to the tour'],
])('wrong: %j', (args, message) => {
  expect(outcome(args)).toBe(`usage: ${message}`);
});

/** Given in a chaos run, these words after each `--fault` set these intensities. */
const intensities: readonly (readonly [words: readonly string[], set: Record<string, number>])[] = [
  [['crash=3'], { crash: 3 }],
  [['loss=0.5'], { loss: 0.5 }],
  [['loss=0', 'crash=0'], { loss: 0, crash: 0 }],
  [['loss=1', 'clog=42', 'delay=1000'], { loss: 1, clog: 42, delay: 1_000 }],
  [['clock-skew=-500'], { 'clock-skew': -500 }],
  [['crash=1', 'crash=7'], { crash: 7 }],
];

test.each(intensities)('--fault %j', (words, set) => {
  const args = words.flatMap((word) => ['--fault', word]);
  const line = read('--scenario', 'chaos', ...args);
  expect(line).toMatchObject({ kind: 'simulate', scenario: { name: 'chaos' } });
  expect(line).toHaveProperty('flags.intensities', set);
  const joined = read('--scenario', 'chaos', ...words.map((word) => `--fault=${word}`));
  expect(joined).toEqual(line);
});

test('without --fault no intensity is set', () => {
  expect(read('--scenario', 'chaos')).toHaveProperty('flags.intensities', undefined);
});

test.each(faults)('$name takes 0 and both ends of its range, and nothing beyond', (fault) => {
  const [min, max] = fault.range;
  const said = (value: number): string =>
    outcome(['--scenario', 'chaos', '--fault', `${fault.name}=${value}`]);
  for (const value of [0, min, max, fault.default]) {
    expect(said(value)).toBe(`simulate chaos intensities={"${fault.name}":${value}}`);
  }
  for (const value of [min - 1, max + 1].filter((beyond) => beyond !== 0)) {
    expect(said(value)).toBe(
      `usage: --fault ${fault.name} takes 0, or ${min} to ${max} ${fault.unit}, not "${value}"`,
    );
  }
});

test.each<[string[], string]>([
  [['--fault', 'crush=1'], 'there is no fault "crush"; did you mean crash?'],
  [
    ['--fault', 'nothing-like-it=1'],
    'there is no fault "nothing-like-it"; --list-faults lists them',
  ],
  [['--fault', '=1'], 'there is no fault ""; --list-faults lists them'],
  [['--fault', 'Loss=1'], 'there is no fault "Loss"; did you mean loss?'],
  [['--fault', 'loss'], '--fault loss takes 0, or 0 to 1 probability, not ""'],
  [['--fault', 'loss='], '--fault loss takes 0, or 0 to 1 probability, not ""'],
  [['--fault', 'loss=0.5'], '--fault is for --scenario chaos'],
  [['--fault', 'loss=0.5=7'], '--fault loss takes 0, or 0 to 1 probability, not "0.5=7"'],
  [['--fault', 'loss=0x1'], '--fault loss takes 0, or 0 to 1 probability, not "0x1"'],
  [['--fault', 'loss=much'], '--fault loss takes 0, or 0 to 1 probability, not "much"'],
  [['--fault', 'loss=NaN'], '--fault loss takes 0, or 0 to 1 probability, not "NaN"'],
  [['--fault', 'loss=Infinity'], '--fault loss takes 0, or 0 to 1 probability, not "Infinity"'],
  [
    ['--fault', 'crash=3', '--fault', 'loss=2'],
    '--fault loss takes 0, or 0 to 1 probability, not "2"',
  ],
  [['--fault'], 'Not enough arguments following: fault'],
])('a wrong fault: %j', (args, message) => {
  expect(outcome(args)).toBe(`usage: ${message}`);
});

test('the version is the one given', () => {
  expect(read('--version')).toEqual({ kind: 'text', text: '1.2.3\n' });
});

test('the help has lines that fit', () => {
  const line = read('--help');
  const text = line.kind === 'text' ? line.text : '';
  expect(text.split('\n').filter((each) => each.length > 100)).toEqual([]);
  expect(text).toMatchSnapshot();
});
