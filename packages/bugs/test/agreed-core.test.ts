import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { agreedCorePlace } from '../src/agreed-core.ts';

const ask =
  "import { agreedCorePlace } from '@raftlens/bugs/agreed-core'; console.log(agreedCorePlace.href)";

test('what the build put together looks for the agreed core where the build puts it', () => {
  const { href: place } = new URL('../dist/cores/_agreed/core.js', import.meta.url);
  expect(agreedCorePlace.href).toBe(place);
  // A program of its own, as here the sources stand for what is built.
  const built = execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
    cwd: fileURLToPath(new URL('../../runner/', import.meta.url)),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(built.trim()).toBe(place);
});
