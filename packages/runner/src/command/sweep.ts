import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { killGroup } from './kill-group.ts';
import { type FoundProcess, processTable } from './process-table.ts';

/** Finds and ends what runs leave behind. */
export interface Sweep {
  /**
   * Ends what is left of a run whose leader has ended, and gives it by its arguments. With
   * `patience` it may end by itself first, ms.
   */
  afterRun(leader: number, index: number, patienceMs: number): Promise<readonly string[]>;
  /** Ends what is left of all runs; looks at every process there is. */
  all(): Promise<readonly string[]>;
}

/** Within this time a process that was killed is gone, or it never will be; ms. */
const reapMs = 250;
/** Where the kernel does not tell orphans, all processes are looked at no more often than this. */
const fullSweepMs = 5_000;

/**
 * The sweep of the runs that carry the variable `cookie` in their environment, which is
 * `RAFT_LOOP_RUN=CAMPAIGN.` and an index.
 *
 * A run has a process group of its own, but what calls setsid leaves the group. It cannot so easily
 * shed its environment; and as its parent is gone it has become a child of one of our ancestors,
 * where a look at few processes finds it.
 */
export function createSweep(cookie: string): Sweep {
  let known = new Set<number>(processTable.adopted());
  let sweptAt = performance.now();

  const strays = (index: number): readonly FoundProcess[] => {
    const adopted = processTable.adopted();
    if (adopted === undefined) {
      if (performance.now() - sweptAt < fullSweepMs) return [];
      sweptAt = performance.now();
      return processTable.withVariable(`${cookie}${index}\0`);
    }
    const fresh = adopted.filter((pid) => !known.has(pid));
    if (fresh.length === 0 && adopted.length === known.size) return [];
    const found = processTable.withVariable(`${cookie}${index}\0`, fresh);
    // One of another run may still be left alone by that run; it is looked at again.
    const ours = new Set(processTable.withVariable(cookie, fresh).map(({ pid }) => pid));
    known = new Set(adopted.filter((pid) => !ours.has(pid)));
    return found;
  };

  return {
    async afterRun(leader, index, patienceMs) {
      let group = leftInGroup(leader);
      const enough = performance.now() + patienceMs;
      // Each look is at all processes there are, so there should be few.
      for (let pause = 5; group.length > 0 && performance.now() < enough; pause *= 2) {
        await sleep(Math.min(pause, Math.max(1, enough - performance.now())));
        group = leftInGroup(leader);
      }
      const left = [...group];
      const gone = performance.now() + reapMs;
      while (group.length > 0 && performance.now() < gone) {
        killGroup(leader, 'SIGKILL');
        // These alone are looked at while they go: a look at all processes takes long on a busy
        // machine.
        await ended(group, gone);
        group = leftInGroup(leader);
      }
      for (let found = strays(index); found.length > 0; found = strays(index)) {
        left.push(...found);
        await kill(found);
      }
      return left.map(({ argv }) => argv);
    },
    async all() {
      const left: FoundProcess[] = [];
      for (let round = 0; round < 5; round += 1) {
        const found = processTable.withVariable(cookie);
        if (found.length === 0) break;
        left.push(...found);
        await kill(found);
      }
      return left.map(({ argv }) => argv);
    },
  };
}

function leftInGroup(leader: number): readonly FoundProcess[] {
  if (process.platform === 'win32') return [];
  try {
    process.kill(-leader, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return [];
  }
  if (process.platform !== 'linux') return [{ pid: leader, argv: `process group ${leader}` }];
  return processTable.ofGroup(leader);
}

async function kill(found: readonly FoundProcess[]): Promise<void> {
  for (const { pid } of found) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went by itself.
    }
  }
  await ended(found, performance.now() + reapMs);
}

/** Waits until none of them runs, but no longer than until then. */
async function ended(found: readonly FoundProcess[], until: number): Promise<void> {
  const alive = (): boolean => found.some(({ pid }) => processTable.isAlive(pid));
  while (alive() && performance.now() < until) await sleep(2);
}
