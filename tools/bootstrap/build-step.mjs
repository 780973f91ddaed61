import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, packageFolders, statFingerprint } from './fingerprint.mjs';
import { programPath, root } from './root.mjs';
import { runChild } from './run-child.mjs';
import { interruptedBy, SetUpFailure } from './set-up-failure.mjs';
import { createStamp } from './stamp.mjs';

const stamp = createStamp('build');

/**
 * Compiles the packages, makes the patched cores, and puts each package together.
 *
 * @type {import('./set-up.mjs').Step}
 */
export const buildStep = {
  label: 'building',
  isFresh: () =>
    compiledFolders().every((folder) => existsSync(join(folder, 'dist'))) &&
    stamp.isFor(fingerprint()),
  run: async () => {
    // Taken first, so that a file saved during the build counts as changed after it.
    const wanted = fingerprint();
    // The packages by name: tests and tools are not built, and `npm run check` has their types.
    await build('tsc', ['-b', ...compiledFolders()]);
    await build('node', ['tools/build/build-bugs.ts']);
    await build('node', ['tools/build/bundle.ts']);
    stamp.set(wanted);
  },
};

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function build(program, args) {
  const result = await runChild({ command: programPath(program), args, output: 'collect' });
  if (result.interrupted !== undefined) throw interruptedBy(result.interrupted);
  if (result.code === 0) return;
  throw new SetUpFailure({
    what: `${program} ended with exit code ${result.code}`,
    output: result.tail,
    hint: result.missing
      ? 'the installation is not complete: remove node_modules and start it again.'
      : 'mend what the lines above name; in a clean clone, remove node_modules and every dist.',
  });
}

/** @returns {readonly string[]} */
function compiledFolders() {
  return packageFolders().filter((folder) => existsSync(join(folder, 'tsconfig.json')));
}

/** @returns {string} */
function fingerprint() {
  const sources = packageFolders().flatMap((folder) => [
    ...filesUnder(join(folder, 'src')),
    ...['package.json', 'tsconfig.json'].map((name) => join(folder, name)),
  ]);
  const inputs = [
    ...sources,
    ...filesUnder(join(root, 'tools', 'build')),
    join(root, 'tools', 'agreed-core.ts'),
    join(root, 'packages', 'bugs', 'agreed-core.gen.txt'),
    join(root, 'pnpm-lock.yaml'),
    join(root, 'tsconfig.base.json'),
  ];
  return statFingerprint(inputs.filter((file) => existsSync(file)));
}
