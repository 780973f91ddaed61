import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program to be measured, its output thrown away. */
export interface MeasuredProgram {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Exit codes that mean that the work was done. */
  readonly codes?: readonly number[];
}

/** What one run cost; CPU time and memory only where the system tells them (Linux). */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number | undefined;
  readonly peakMiB: number | undefined;
}

/** The process is looked at so often; what it does after the last look is not seen. */
const lookMs = 5;
/** What `/proc` counts time in, on every Linux of today. */
const tickMs = 10;

/** Runs a program once. Throws where it did not do its work. */
export function measureProgram({
  name,
  command,
  args,
  codes = [0],
}: MeasuredProgram): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    // grep stops at its first hit where it writes to nothing.
    child.stdout.resume();
    let cpuMs: number | undefined;
    let peakMiB: number | undefined;
    const look = (): void => {
      cpuMs = cpuOf(child.pid) ?? cpuMs;
      peakMiB = peakOf(child.pid) ?? peakMiB;
    };
    const timer = setInterval(look, lookMs);
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('exit', (code) => {
      clearInterval(timer);
      const wallMs = performance.now() - began;
      if (code !== null && codes.includes(code)) resolve({ wallMs, cpuMs, peakMiB });
      else reject(new Error(`${name}: exit code ${code}`));
    });
  });
}

/** The cheapest of several runs: what disturbs a run only ever makes it dearer. */
export async function cheapest(program: MeasuredProgram, rounds: number): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await measureProgram(program));
  const least = (read: (cost: Cost) => number | undefined): number | undefined => {
    const known = costs.map(read).filter((value) => value !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  return {
    wallMs: least(({ wallMs }) => wallMs) ?? Number.NaN,
    cpuMs: least(({ cpuMs }) => cpuMs),
    peakMiB: least(({ peakMiB }) => peakMiB),
  };
}

function cpuOf(pid: number | undefined): number | undefined {
  const stat = readProc(pid, 'stat');
  // The name of the program, in brackets, may hold anything; user and system time are after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) * tickMs;
}

function peakOf(pid: number | undefined): number | undefined {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '')?.[1];
  return peak === undefined ? undefined : Number(peak) / 1024;
}

function readProc(pid: number | undefined, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
