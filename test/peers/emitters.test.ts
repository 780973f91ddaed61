import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goEnvironment } from './go-environment.ts';

const root = join(import.meta.dirname, '..', '..');

let home = '';
let emitters = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'raftlens-emitters-'));
  emitters = join(home, 'emitters');
  cpSync(join(root, 'tools', 'emitters'), emitters, { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** How a language builds and runs the program that each has in its folder `example`. */
interface Language {
  readonly name: string;
  /** The file that its lines of evidence name. */
  readonly source: string;
  readonly build?: readonly string[];
  readonly run: readonly string[];
}

const languages: readonly Language[] = [
  {
    name: 'go',
    source: 'main.go',
    build: ['go', 'build', '-o', 'program', './example'],
    run: ['./program'],
  },
  { name: 'python', source: 'main.py', run: ['python3', 'example/main.py'] },
  {
    name: 'rust',
    source: 'main.rs',
    build: ['rustc', '--edition', '2021', '-o', 'program', 'example/main.rs'],
    run: ['./program'],
  },
  {
    name: 'java',
    source: 'Main.java',
    build: ['javac', '-d', 'classes', 'RaftLens.java', 'example/Main.java'],
    run: ['java', '-cp', 'classes', 'Main'],
  },
];

function execute(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const [command = '', ...args] = words;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...goEnvironment(home), RAFTLENS_TRACE: '', RAFT_LOOP_DIR: '', ...env },
    encoding: 'utf8',
  });
  expect([words.join(' '), status, stderr]).toEqual([words.join(' '), 0, '']);
  return stdout;
}

interface Evidence {
  readonly caller?: string;
}

interface Analysis {
  readonly findings: readonly {
    readonly rule: string;
    readonly term: number;
    readonly nodes: readonly string[];
    readonly evidence: readonly Evidence[];
  }[];
  readonly leaders: readonly unknown[];
  readonly lostLines: number;
}

function analyse(trace: string): Analysis {
  const cli = join(root, 'packages', 'analyzer', 'src', 'cli.ts');
  const args = ['--conditions=raftlens-source', cli, '--json', trace];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(stdout);
}

describe.each(languages)('the emitter for $name', ({ name, source, build, run }) => {
  const folder = (): string => join(emitters, name);

  beforeAll(() => {
    if (build !== undefined) execute(build, folder());
  }, 120_000);

  test('tells two leaders of one term, and the lines of the program that show them', () => {
    const trace = join(home, `${name}-buggy.jsonl`);
    execute([...run, 'buggy'], folder(), { RAFTLENS_TRACE: trace });
    const { findings } = analyse(trace);
    const found = findings.map(({ rule, term, nodes }) => [rule, term, [...nodes].sort()]);
    expect(found).toContainEqual(['election-safety', 1, ['1', '2']]);
    expect(found).toContainEqual(['double-vote', 1, ['3']]);
    for (const { evidence } of findings) {
      for (const { caller } of evidence) expect(caller).toMatch(new RegExp(`^${source}:\\d+$`));
    }
  });

  test('finds nothing wrong with the program that is right, and no line missing', () => {
    const trace = join(home, `${name}-right.jsonl`);
    execute(run, folder(), { RAFTLENS_TRACE: trace });
    const { findings, leaders, lostLines } = analyse(trace);
    expect([findings, leaders.length, lostLines]).toEqual([[], 1, 0]);
  });

  test('writes into the folder that raft-loop gives to a run, and else nowhere', () => {
    const given = mkdtempSync(join(home, 'run-'));
    execute(run, folder(), { RAFT_LOOP_DIR: given });
    expect(readdirSync(given)).toEqual([expect.stringMatching(/^trace-\d+\.jsonl$/)]);
    const nowhere = mkdtempSync(join(home, 'run-'));
    expect(execute(run, folder())).toBe('');
    expect(readdirSync(nowhere)).toEqual([]);
  });
});

test("the Go emitter passes its own tests, with Go's race detector where that works", () => {
  const folder = join(emitters, 'go');
  const canRace = spawnSync('go', ['test', '-race', '-run', 'NoSuchTest', './...'], {
    cwd: folder,
    env: goEnvironment(home),
  });
  execute(['go', 'test', ...(canRace.status === 0 ? ['-race'] : []), './...'], folder);
}, 240_000);
