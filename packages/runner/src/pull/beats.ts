import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which of the machines that share a loop are at work. */
export interface Beats {
  /** Shows the others that this one is, and looks how they are. */
  beat(): void;
  /** Whether nothing was heard of a machine for a lease, or it has said that it is gone. */
  isGone(machine: string): boolean;
  /** How many are at work, this one among them. */
  count(): number;
  /** Says that this one is gone. */
  leave(): void;
}

const ending = '.beat';
const goneWord = 'gone';

/**
 * Each machine counts in a file of its own, and the others watch it change by their own clocks: no
 * clock of one is compared with that of another, nor with that of the disk.
 */
export function openBeats(
  folder: string,
  me: string,
  leaseMs: number,
  now: () => number = () => performance.now(),
): Beats {
  const heard = new Map<string, { word: string; sinceMs: number }>();
  let count = 0;
  const write = (word: string): void => writeFileSync(join(folder, `${me}${ending}`), word);
  const isGone = (machine: string): boolean => {
    if (machine === me) return false;
    const last = heard.get(machine);
    if (last === undefined) return false;
    return last.word === goneWord || now() - last.sinceMs > leaseMs;
  };
  return {
    beat() {
      count += 1;
      write(String(count));
      for (const name of readdirSync(folder)) {
        if (!name.endsWith(ending)) continue;
        const machine = name.slice(0, -ending.length);
        const word = readFileSync(join(folder, name), 'utf8');
        if (heard.get(machine)?.word !== word) heard.set(machine, { word, sinceMs: now() });
      }
    },
    isGone,
    count: () => Math.max(1, [...heard.keys()].filter((machine) => !isGone(machine)).length),
    leave: () => write(goneWord),
  };
}
