import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFingerprint, packageFolders } from './fingerprint.mjs';
import { programPath, root } from './root.mjs';
import { runChild } from './run-child.mjs';
import { interruptedBy, SetUpFailure } from './set-up-failure.mjs';
import { createStamp } from './stamp.mjs';
import { withWritableCaches } from './writable-caches.mjs';

const stamp = createStamp('setup');

const installOptions = [
  '--frozen-lockfile',
  // Nobody is there to be asked whether an older node_modules may go.
  '--config.confirmModulesPurge=false',
  // npx started the wanted version already; pnpm would look for itself in the lockfile.
  '--config.pmOnFail=ignore',
];

/**
 * What pnpm's last words mean for somebody who has just cloned, first match first.
 *
 * @type {readonly (readonly [RegExp, string])[]}
 */
const hints = [
  [
    /ENOSPC/,
    'the disk is full: make room (the dependencies need about 300 MB) and start it again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|FETCH_ERROR/i,
    'the package registry cannot be reached: check the network, or the proxy and registry that ' +
      '`npm config list` shows, and start it again.',
  ],
  [
    /OUTDATED_LOCKFILE|frozen-lockfile/,
    'pnpm-lock.yaml does not fit the package.json files: run `npx pnpm install`, and commit it.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'this user may not write there: set-up needs to write in the clone and in the package cache.',
  ],
];

/**
 * Installs what the lockfile says, the workspace's own Node with it.
 *
 * @type {import('./set-up.mjs').Step}
 */
export const installStep = {
  label: 'installing dependencies',
  isFresh: () => existsSync(programPath('node')) && stamp.isFor(fingerprint()),
  run: async () => {
    const wanted = fingerprint();
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const result = await runChild({
      command: 'npx',
      args: ['-y', packageManager, 'install', ...installOptions],
      output: 'collect',
      env: installEnvironment(),
    });
    if (result.interrupted !== undefined) throw interruptedBy(result.interrupted);
    if (result.missing) {
      throw new SetUpFailure({
        what: 'there is no npx',
        hint: 'install npm (it comes with Node 20 or newer) and see that npx is on the PATH.',
      });
    }
    if (result.code !== 0) {
      throw new SetUpFailure({
        what: `pnpm install ended with exit code ${result.code}`,
        output: result.tail,
        hint:
          hints.find(([pattern]) => pattern.test(result.tail))?.[1] ??
          'read its last lines above; `npx pnpm install` shows all of them.',
      });
    }
    stamp.set(wanted);
  },
};

/** @returns {string} */
function fingerprint() {
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) =>
    join(root, name),
  );
  const manifests = packageFolders().map((folder) => join(folder, 'package.json'));
  const content = contentFingerprint([...files, ...manifests.filter((file) => existsSync(file))]);
  // A clone carried to another machine needs that machine's binaries.
  return `${process.platform} ${process.arch} ${content}`;
}

/** @returns {NodeJS.ProcessEnv} */
function installEnvironment() {
  const env = withWritableCaches(process.env);
  // "production" would leave out the compiler and the test runner.
  delete env.NODE_ENV;
  // `npm --silent` speaks of the command's own output; a failure must still say why.
  env.npm_config_loglevel = 'error';
  return env;
}
