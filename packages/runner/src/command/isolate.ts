import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/**
 * The words that put a command into a process namespace of its own, or undefined where this machine
 * does not allow it. When the leader of the namespace ends, the kernel ends all that is in it; and
 * it ends when the thread that started it does. A shell is the leader, as the first process of a
 * namespace takes no signal that it has no handler for.
 */
export function namespaceWords(): readonly string[] | undefined {
  const unshare = ['unshare', '--pid', '--fork', '--kill-child=KILL', '--mount-proc'];
  const ways = [unshare, [...unshare, '--user', '--map-current-user']];
  const leader = ['--', 'sh', '-c', '"$@"; exit $?', 'sh'];
  for (const way of ways) {
    const words = ['setpriv', '--pdeathsig', 'KILL', ...way, ...leader];
    const [file = '', ...args] = words;
    if (spawnSync(file, [...args, 'true'], { stdio: 'ignore' }).status === 0) return words;
  }
  return undefined;
}

/** What a shell gives for a command that a signal ended is 128 and its number. */
const signalBase = 128;

/** The signal that an exit code of a shell stands for. */
export function signalOfCode(code: number): string | undefined {
  const number = code - signalBase;
  return Object.entries(constants.signals).find(([, each]) => each === number)?.[0];
}
