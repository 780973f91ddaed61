import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replay } from './transcript/replay.ts';

const directory = join(import.meta.dirname, 'transcripts');
const scripts = readdirSync(directory).filter((file) => file.endsWith('.txt'));

// REWRITE=1 puts today's output into the transcripts; what changed is then to be read in the diff.
const rewrite = process.env.REWRITE === '1';

test.each(scripts)('%s', (file) => {
  const path = join(directory, file);
  const recorded = readFileSync(path, 'utf8');
  const replayed = replay(recorded);
  if (rewrite) writeFileSync(path, replayed);
  else expect(replayed).toBe(recorded);
});

test('every transcript makes a claim and names where Raft says so', () => {
  const claims = scripts.map((file) => [
    file,
    readFileSync(join(directory, file), 'utf8').split('\n\n')[0]?.replaceAll('\n# ', ' ') ?? '',
  ]);
  const claim = /^# .*\((?:Raft|thesis) (?:§|Figure )[^()]*\)\.$/;
  expect(claims.filter(([, text = '']) => !claim.test(text))).toEqual([]);
});
