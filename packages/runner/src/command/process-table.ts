import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import process from 'node:process';

/** A process that was found alive. */
export interface FoundProcess {
  readonly pid: number;
  /** Its arguments, as far as they can be read. */
  readonly argv: string;
}

/** What is read of an environment at most; ours stands wherever the caller's happens to. */
const environmentBytes = 256 * 1024;

/** The processes of this machine as Linux shows them in /proc; elsewhere nothing is found. */
export const processTable = {
  /** Those of a process group that still run; a zombie does not. */
  ofGroup(group: number): readonly FoundProcess[] {
    return processIds().flatMap((pid) => {
      const stat = statOf(pid);
      return stat?.group === group && stat.alive ? [{ pid, argv: argvOf(pid) }] : [];
    });
  },

  /** Those whose environment has a variable that begins so, `NAME=VALUE`. */
  withVariable(start: string, among: readonly number[] = processIds()): readonly FoundProcess[] {
    return among.flatMap((pid) => {
      if (pid === process.pid || !hasVariable(pid, start)) return [];
      return statOf(pid)?.alive ? [{ pid, argv: argvOf(pid) }] : [];
    });
  },

  /** A variable of the environment that a process was started with. */
  variableOf(pid: number, name: string): string | undefined {
    const variables = (read(`/proc/${pid}/environ`) ?? '').split('\0');
    return variables.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  },

  /**
   * The children of our ancestors: whoever loses its parent becomes one of them. Undefined where
   * the kernel does not tell.
   */
  adopted(): readonly number[] | undefined {
    childLists ??= openChildLists();
    if (childLists === undefined) return undefined;
    const children: number[] = [];
    for (const file of childLists) {
      for (const word of reread(file).split(' ')) if (word !== '') children.push(Number(word));
    }
    return children;
  },

  /** Whether a process runs; a zombie does not. */
  isAlive: (pid: number): boolean => statOf(pid)?.alive === true,

  /** When a process began, in ticks since the machine did: with its id it names one process. */
  startOf: (pid: number): string | undefined => statOf(pid)?.start,

  /** Memory in KiB at its most and processor time in ms, of one process. */
  usageOf(pid: number): { readonly rss: number; readonly cpu: number } | undefined {
    const stat = statOf(pid);
    const peak = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
    if (stat === undefined || peak === undefined) return undefined;
    return { rss: Number(peak), cpu: stat.cpuTicks * 10 };
  },
} as const;

/** Lists of children, kept open: they are read after each run. */
let childLists: readonly number[] | undefined;

function openChildLists(): readonly number[] | undefined {
  const files: number[] = [];
  for (const pid of ancestorsOf(process.pid)) {
    try {
      files.push(openSync(`/proc/${pid}/task/${pid}/children`, 'r'));
    } catch {
      // The first process adopts all that nobody else does: without its list there is no telling.
      if (pid !== 1) continue;
      for (const file of files) closeSync(file);
      return undefined;
    }
  }
  return files.length === 0 ? undefined : files;
}

let listBytes = Buffer.alloc(4096);

/** The whole of a list, which the kernel makes anew at each read from its start. */
function reread(file: number): string {
  try {
    for (;;) {
      const read = readSync(file, listBytes, 0, listBytes.length, 0);
      if (read < listBytes.length) return listBytes.toString('latin1', 0, read);
      listBytes = Buffer.alloc(listBytes.length * 2);
    }
  } catch {
    // An ancestor has ended.
    return '';
  }
}

function ancestorsOf(pid: number): readonly number[] {
  const found: number[] = [];
  for (let parent = statOf(pid)?.parent; parent; parent = statOf(parent)?.parent) {
    found.push(parent);
  }
  return found;
}

function processIds(): readonly number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

interface Stat {
  readonly alive: boolean;
  readonly parent: number;
  readonly group: number;
  readonly cpuTicks: number;
  readonly start: string;
}

/** proc_pid_stat(5); the name in brackets may hold anything, so that fields count from its end. */
function statOf(pid: number): Stat | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number): string => fields[field - 3] ?? '';
  return {
    alive: !/[ZX]/.test(at(3)),
    parent: Number(at(4)),
    group: Number(at(5)),
    cpuTicks: Number(at(14)) + Number(at(15)),
    start: at(22),
  };
}

function argvOf(pid: number): string {
  const words = (read(`/proc/${pid}/cmdline`) ?? '').split('\0').filter((word) => word !== '');
  return words.join(' ') || `process ${pid}`;
}

function hasVariable(pid: number, start: string): boolean {
  let file: number;
  try {
    file = openSync(`/proc/${pid}/environ`, 'r');
  } catch {
    return false;
  }
  try {
    buffer ??= Buffer.alloc(environmentBytes);
    let length = 0;
    for (let more = -1; more !== 0 && length < buffer.length; length += more) {
      more = readSync(file, buffer, length, buffer.length - length, null);
    }
    const at = buffer.subarray(0, length).indexOf(start);
    return at === 0 || (at > 0 && buffer[at - 1] === 0);
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

let buffer: Buffer | undefined;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
