import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordsOf } from '../../../packages/runner/src/command/ledger.ts';
import type { BenchFlags } from './bench-flags.ts';
import { lay, ms } from './lay-out.ts';
import { loopers, loopsFolder } from './loopers.ts';

const [timeoutMs, graceMs] = [100, 100];
/** What escapes ends by itself after so long, if nobody ends it, s. */
const lifetime = 15;
/** Others lose seconds on each kill. */
const killsOfOthers = 3;

/**
 * A run that hangs as badly as runs do: it takes no signal but KILL, one child of it holds its
 * output open and another has left its process group.
 */
const hang =
  `trap '' QUIT TERM INT HUP ABRT; sleep ${lifetime} & setsid sleep ${lifetime} & ` +
  `sleep ${lifetime}; wait`;

/** From the end of the time to the tree that is gone, and what is left of it. */
export async function kills({ kills: count }: BenchFlags): Promise<void> {
  process.stdout.write(
    `\nkills: timeout ${timeoutMs} ms, grace ${graceMs} ms; the run ignores QUIT and TERM, has a ` +
      'child\nthat holds its output and one that has left by setsid. From timeout and grace on:\n' +
      lay('', 'kills', 'median', 'p99', 'most', 'left running'),
  );
  await ours(count);
  for (const [name, words] of others()) {
    const began = performance.now();
    const mark = await run(words);
    // One after the other; what each took beyond its time, on the average.
    const each = (performance.now() - began) / killsOfOthers - timeoutMs;
    const left = await endMarked(mark);
    process.stdout.write(lay(name, String(killsOfOthers), ms(each), '', '', String(left)));
  }
}

async function ours(count: number): Promise<void> {
  rmSync(loopsFolder, { recursive: true, force: true });
  const looper = loopers().find(({ name }) => name === 'raft-loop');
  if (looper === undefined) return;
  const limits = ['--timeout', seconds(timeoutMs), '--grace', seconds(graceMs)];
  // One more, as the start of the next run tells when one was over.
  const words = looper.line(count + 1, ['sh', '-c', hang]);
  const at = words.indexOf('--');
  const mark = await run([...words.slice(0, at), ...limits, ...words.slice(at)]);
  const left = await endMarked(mark);
  const times: number[] = [];
  let before: number | undefined;
  for await (const { start } of recordsOf(newestLoop())) {
    if (before !== undefined) times.push(start - before - timeoutMs - graceMs);
    before = start;
  }
  times.sort((a, b) => a - b);
  const at_ = (share: number): number | undefined => times[Math.ceil(share * times.length) - 1];
  process.stdout.write(
    lay('raft-loop', String(times.length), ms(at_(0.5)), ms(at_(0.99)), ms(at_(1)), String(left)),
  );
}

function newestLoop(): string {
  const names = readdirSync(loopsFolder).filter((name) => /^\d+$/.test(name));
  return join(loopsFolder, names.toSorted().at(-1) ?? '');
}

function others(): readonly (readonly [string, readonly string[]])[] {
  const installed = loopers().flatMap(
    ({ name, line }): (readonly [string, readonly string[]])[] => {
      const words = line(killsOfOthers, ['sh', '-c', hang]);
      if (name === 'stress') {
        return [[name, [words[0] ?? '', '-timeout', `${timeoutMs}ms`, ...words.slice(1)]]];
      }
      const script = `seq ${killsOfOthers} | parallel -j1 -n0 --timeout 0.1 ${quoted(hang)}`;
      return name === 'parallel' ? [[name, ['bash', '-c', script]]] : [];
    },
  );
  const each = `timeout -k ${seconds(graceMs)} ${seconds(timeoutMs)} sh -c ${quoted(hang)}`;
  const loop = `for i in $(seq ${killsOfOthers}); do ${each} | cat; done`;
  return [['bash for, timeout -k, a pipe', ['bash', '-c', loop]], ...installed];
}

function seconds(span: number): string {
  return String(span / 1000);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const variable = 'RAFTLENS_BENCH';

/** Runs a program, all of whose descendants can be told by what this gives. */
function run(words: readonly string[]): Promise<string> {
  const mark = `${process.pid}.${performance.now()}`;
  const [command = '', ...args] = words;
  return new Promise((resolve, reject) => {
    const env = { ...process.env, [variable]: mark };
    const child = spawn(command, args, { stdio: 'ignore', env });
    child.on('error', reject);
    child.on('exit', () => resolve(mark));
  });
}

/** Ends the processes that carry the mark, and counts them. */
async function endMarked(mark: string): Promise<number> {
  // A process that was killed takes a moment to be gone.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const left = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && carries(pid, mark));
  for (const pid of left) process.kill(Number(pid), 'SIGKILL');
  return left.length;
}

function carries(pid: string, mark: string): boolean {
  try {
    const words = `${variable}=${mark}`;
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(words);
  } catch {
    return false;
  }
}
