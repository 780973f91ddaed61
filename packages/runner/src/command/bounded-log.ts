import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A log that a command writes to by itself, and of which only head and tail are kept. */
export interface BoundedLog {
  /** For the command: what it writes is added to the end. */
  readonly fd: number;
  /** Bytes that were written so far, as far as can be told. */
  size(): number;
  /** Cuts what is too much while the command runs; call it now and then. */
  cut(): void;
  /**
   * The command has ended: leaves the log with head and tail, and gives the bytes left out. Closes
   * the log also where it throws; asked again it does nothing.
   */
  finish(): number;
}

const chunk = Buffer.alloc(64 * 1024);

/** Appending, so that the command goes on at the new end after a cut. */
const { O_RDWR, O_CREAT, O_APPEND, O_TRUNC } = constants;
const freshToAppend = O_RDWR | O_CREAT | O_APPEND | O_TRUNC;

/**
 * Opens a log of which at most `max` bytes are kept, half of them from its end.
 *
 * A command that floods is not slowed down: its file is cut behind its back. What it writes in the
 * moment of the cut is lost uncounted, so that the number of bytes left out is the least that it
 * is.
 */
export function openBoundedLog(path: string, max: number = Number.POSITIVE_INFINITY): BoundedLog {
  const fd = openSync(path, freshToAppend);
  const head = Math.floor(max / 2);
  const tail = max - head;
  const side = `${path}.tail`;
  let away = 0;
  let aside = 0;
  let open = true;

  const cut = (): void => {
    if (max === Number.POSITIVE_INFINITY) return;
    const { size } = fstatSync(fd);
    if (size - head <= 2 * tail) return;
    aside = setAside({ from: fd, start: size - tail, end: size }, side);
    away += size - head;
    ftruncateSync(fd, head);
  };

  const assemble = (size: number): number => {
    const fresh = Math.min(tail, size - head);
    const older = Math.min(aside, tail - fresh);
    const dropped = away + (size - head) - fresh - older;
    const whole = openSync(`${path}.cut`, 'w');
    try {
      copy({ from: fd, start: 0, end: head, to: whole });
      writeSync(whole, `\n[raft-loop: at least ${dropped} bytes left out here]\n`);
      if (older > 0 && existsSync(side)) {
        const old = openSync(side, 'r');
        copy({ from: old, start: aside - older, end: aside, to: whole });
        closeSync(old);
      }
      copy({ from: fd, start: size - fresh, end: size, to: whole });
    } finally {
      closeSync(whole);
    }
    renameSync(`${path}.cut`, path);
    if (aside > 0) rmSync(side, { force: true });
    return dropped;
  };

  return {
    fd,
    size: () => away + fstatSync(fd).size,
    cut,
    finish() {
      if (!open) return 0;
      open = false;
      try {
        if (!existsSync(path)) restore(fd, path);
        if (max === Number.POSITIVE_INFINITY) return 0;
        const { size } = fstatSync(fd);
        return size <= max && aside === 0 ? 0 : assemble(size);
      } finally {
        closeSync(fd);
      }
    },
  };
}

/** Copies a stretch to a file; gives how much of it is there then. */
function setAside(stretch: Omit<Stretch, 'to'>, side: string): number {
  let to: number | undefined;
  try {
    to = openSync(side, 'w');
    copy({ ...stretch, to });
    return stretch.end - stretch.start;
  } catch {
    // The disk is full, most likely of this very log, which is what will help; or the command has
    // removed its folder.
    return 0;
  } finally {
    if (to !== undefined) closeSync(to);
  }
}

/** A command that cleans up too well removes its log; what it said is still behind `from`. */
function restore(from: number, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const to = openSync(path, 'w');
  try {
    copy({ from, start: 0, end: fstatSync(from).size, to });
  } finally {
    closeSync(to);
  }
}

interface Stretch {
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

function copy({ from, start, end, to }: Stretch): void {
  for (let at = start; at < end; ) {
    const read = readSync(from, chunk, 0, Math.min(chunk.length, end - at), at);
    if (read === 0) return;
    for (let done = 0; done < read; ) done += writeSync(to, chunk, done, read - done);
    at += read;
  }
}
