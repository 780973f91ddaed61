import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Finding } from '@raftlens/invariants';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { followFile } from '../../src/follow/follow-file.ts';
import { followStream } from '../../src/follow/follow-stream.ts';
import { nativeText } from '../native-trace.ts';
import { storyTrace } from '../story-trace.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raftlens-follow-'));
  file = join(folder, 'n1.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

/** Follows the file, doing what is next whenever it falls silent, and gives all that was read. */
async function followed(steps: readonly (() => Promise<void>)[]): Promise<string> {
  const abort = new AbortController();
  const left = [...steps];
  let text = '';
  for await (const piece of followFile(file).open(abort.signal)) {
    text += Buffer.from(piece).toString();
    if (piece.length > 0) continue;
    const step = left.shift();
    if (step === undefined) abort.abort();
    else await step();
  }
  return text;
}

test('reads what is there, and then what is added', async () => {
  await writeFile(file, 'one\n');
  expect(await followed([() => appendFile(file, 'two\n'), async () => {}])).toBe('one\ntwo\n');
});

test('begins again where the file was cut short', async () => {
  await writeFile(file, 'a long line\n');
  const cut = async () => {
    await truncate(file);
    await appendFile(file, 'new\n');
  };
  expect(await followed([cut, async () => {}])).toBe('a long line\nnew\n');
});

test('goes on with the file that took the place of the one before', async () => {
  await writeFile(file, 'old\n');
  const rotate = async () => {
    await rename(file, `${file}.1`);
    await writeFile(file, 'fresh\n');
  };
  expect(await followed([rotate, async () => {}, async () => {}])).toBe('old\nfresh\n');
});

test('what was written up to the very rotation is read, and half a line ends there', async () => {
  await writeFile(file, 'old\n');
  const rotate = async () => {
    await appendFile(file, 'last\nhalf of');
    await rename(file, `${file}.1`);
    await writeFile(file, 'fresh\n');
  };
  const text = await followed([rotate, async () => {}, async () => {}]);
  expect(text).toBe('old\nlast\nhalf of\nfresh\n');
});

test('half a line does not run into what is written after the file was cut short', async () => {
  await writeFile(file, 'a line\nhalf of');
  const cut = async () => {
    await truncate(file);
    await appendFile(file, 'new\n');
  };
  expect(await followed([cut, async () => {}])).toBe('a line\nhalf of\nnew\n');
});

test('a finding is told while the pipe is still open', async () => {
  const text = nativeText(storyTrace);
  let told: Finding | undefined;
  let waiting = true;
  async function* pipe() {
    yield Buffer.from(text);
    // Ends only once the finding has come: a reader that waits for the end would wait for ever.
    while (told === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    waiting = false;
  }
  const source = followStream({ name: '-', open: () => Readable.from(pipe()) });
  const onFinding = (finding: Finding) => {
    told ??= finding;
    expect(waiting).toBe(true);
  };
  const { findings } = await analyze([source], { onFinding });
  expect(findings.map(({ rule }) => rule)).toContain('double-vote');
});
