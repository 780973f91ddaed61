import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { loadCore } from '@raftlens/bugs';
import { runTrial } from '@raftlens/sim';
import { createByteEncoder } from '@raftlens/trace';
import { inputFolder } from '../run-quietly.ts';
import { scenario } from '../simulated-events.ts';

const part = '2C';
const pieceLength = 1024 * 1024;

/**
 * A trace of so many events, of the lab part 2C on the correct core, seed after seed. It is made
 * once and kept; equal counts give equal files.
 */
export async function traceFile(events: number): Promise<string> {
  const path = join(inputFolder, `${part}-${events}.jsonl`);
  if (existsSync(path)) return path;
  mkdirSync(inputFolder, { recursive: true });
  const core = await loadCore(undefined);
  const unfinished = `${path}.tmp`;
  const file = openSync(unfinished, 'w');
  let written = 0;
  const encoder = createByteEncoder();
  for (let seed = 1; written < events; seed += 1) {
    runTrial({
      scenario: scenario(part),
      seed,
      core,
      observe(event) {
        if (written === events) return;
        written += 1;
        encoder.add(event);
        if (encoder.length() >= pieceLength) writeFully(file, encoder.take());
      },
      halted: () => written === events,
    });
  }
  writeFully(file, encoder.take());
  closeSync(file);
  renameSync(unfinished, path);
  return path;
}

/** A disk may take fewer bytes than it is given. */
function writeFully(file: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.length) offset += writeSync(file, bytes, offset);
}

/** The file packed by a program; undefined where there is no such program. */
export function packedFile(path: string, program: string, ending: string): string | undefined {
  const packed = `${path}.${ending}`;
  if (existsSync(packed)) return packed;
  const output = openSync(`${packed}.tmp`, 'w');
  const { status } = spawnSync(program, ['-c', path], { stdio: ['ignore', output, 'ignore'] });
  closeSync(output);
  if (status !== 0) return undefined;
  renameSync(`${packed}.tmp`, packed);
  return packed;
}
