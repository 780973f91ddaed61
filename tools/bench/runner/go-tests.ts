import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../bootstrap/root.mjs';
import { measureProgram } from '../analyse/measure-program.ts';
import { lay, ms } from './lay-out.ts';
import { loopers, loopsFolder } from './loopers.ts';

const byHand = 10;
const looped = 500;
/** A test that is over at once, so that all that is seen is what surrounds it. */
const quickTest = ['go', 'test', '-run', 'TestBasicAgree2B'];

/** A quick test of Go: `go test` again and again, and its binary, which is what we loop. */
export async function goTests(): Promise<void> {
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) return;
  process.stdout.write(`\na quick test of Go\n${lay('', 'runs', 'wall a run', '× by hand')}`);
  const hand = await inProject([
    ...['bash', '-c', `for i in $(seq ${byHand}); do ${quickTest.join(' ')} -count=1; done`],
  ]);
  const each = hand / byHand;
  process.stdout.write(lay('bash for, go test -count=1', String(byHand), ms(each), '1.00'));
  for (const { name, line } of loopers().filter((looper) => /^raft-loop/.test(looper.name))) {
    rmSync(loopsFolder, { recursive: true, force: true });
    const start = await inProject(line(1, quickTest));
    const wall = ((await inProject(line(looped, quickTest))) - start) / (looped - 1);
    process.stdout.write(lay(name, String(looped), ms(wall), (wall / each).toFixed(4)));
  }
}

async function inProject(words: readonly string[]): Promise<number> {
  const folder = join(root, 'test', 'peers', 'go-flaky');
  const args = ['-c', 'cd "$0" && exec "$@"', folder, ...words];
  return (await measureProgram({ name: words.join(' '), command: 'sh', args })).wallMs;
}
