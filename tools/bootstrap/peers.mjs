import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} Peer
 * @property {string} command
 * @property {readonly string[]} versionArgs Answer at once and change nothing.
 * @property {string} use What the tests do with it.
 * @property {string} get How to get it.
 */

/**
 * What the peer tests need beyond Node. A new peer is a line here.
 *
 * @type {readonly Peer[]}
 */
export const peers = [
  {
    command: 'go',
    versionArgs: ['version'],
    use: 'the looped `go test` commands, and the emitter for Go',
    get: 'https://go.dev/doc/install',
  },
  {
    command: 'python3',
    versionArgs: ['--version'],
    use: 'the emitter for Python',
    get: 'https://www.python.org/downloads/',
  },
  {
    command: 'cargo',
    versionArgs: ['--version'],
    use: 'the looped `cargo test` commands',
    get: 'https://rustup.rs',
  },
  {
    command: 'rustc',
    versionArgs: ['--version'],
    use: 'the emitter for Rust',
    get: 'https://rustup.rs',
  },
  {
    command: 'javac',
    versionArgs: ['-version'],
    use: 'the emitter for Java',
    get: 'https://adoptium.net',
  },
];

/**
 * Says on standard error which of them are missing: a peer test that is left out proves nothing.
 *
 * @returns {boolean} true when all are there.
 */
export function checkPeers() {
  const missing = peers.filter(({ command, versionArgs }) => {
    const { error, status } = spawnSync(command, versionArgs, { stdio: 'ignore' });
    return error !== undefined || status !== 0;
  });
  for (const { command, use, get } of missing) {
    process.stderr.write(`test:peers needs ${command} on the PATH, for ${use}: ${get}\n`);
  }
  return missing.length === 0;
}
