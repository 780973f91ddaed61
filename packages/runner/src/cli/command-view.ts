import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { escapeText } from '@raftlens/trace/escape-text';
import { countsAs } from '../command/counts-as.ts';
import type { LoopControls } from '../command/loop-options.ts';
import type { RunRecord } from '../command/run-record.ts';
import type { CommandToLoop } from './command-line.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { liveLine } from './live-line.ts';
import { shellWord } from './shell-word.ts';
import { watchSuspension } from './watch-suspension.ts';

/** What a person sees of a loop while it runs. */
export interface CommandView {
  start(controls: LoopControls): void;
  note(record: RunRecord): void;
  /** Prints the output of a run. */
  print(log: string): void;
  /** Keeps the output of a run, to be printed at the end if no other is kept after it. */
  keep(log: string): void;
  close(): void;
}

const intervalMs = 200;

/**
 * The view of a loop on the terminal, if there is one: a line that says how far it is, and keys.
 */
export function createCommandView(line: CommandToLoop, num: number): CommandView {
  const { flags } = line;
  const { stderr } = process;
  const onTerminal = stderr.isTTY === true;
  const began = performance.now();
  let [done, failed, neither] = [0, 0, 0];
  let timer: NodeJS.Timeout | undefined;
  let controls: LoopControls | undefined;
  const closers: (() => void)[] = [];
  let kept: string | undefined;
  const clear = (): void => {
    if (onTerminal) stderr.write('\r\u001b[K');
  };
  const print = (log: string): void => {
    clear();
    printFile(log, process.stdout);
    const errors = join(dirname(log), 'error.log');
    if (existsSync(errors)) printFile(errors, stderr);
  };
  const draw = (): void => {
    if (controls === undefined) return;
    const active = controls.supervisor.active();
    const now = controls.supervisor.now();
    const [oldest] = active;
    const text = liveLine({
      ...{ neither, confidence: flags.confidence },
      ...{ done, failed, num, elapsedMs: performance.now() - began, active: active.length },
      oldest:
        oldest === undefined ? undefined : { index: oldest.index, ms: now - oldest.startedAt },
      paused: controls.paused,
      width: stderr.columns ?? 80,
    });
    stderr.write(`\r\u001b[K${text}`);
  };
  const say = (text: string): void => {
    clear();
    stderr.write(text);
  };

  return {
    start(given) {
      controls = given;
      closers.push(watchSuspension(given.supervisor, clear));
      if (!onTerminal) return;
      say(firstWords(line, num));
      timer = setInterval(draw, intervalMs);
      closers.push(listenToKeys(given, say));
    },
    note(record) {
      done += 1;
      const side = countsAs(record.verdict);
      if (side === 'fail') failed += 1;
      if (side === 'neither') neither += 1;
    },
    print,
    keep(log) {
      kept ??= join(mkdtempSync(join(tmpdir(), 'raft-loop-')), 'last.log');
      copyFileSync(log, kept);
    },
    close() {
      clearInterval(timer);
      for (const close of closers) close();
      if (controls !== undefined) clear();
      if (kept === undefined) return;
      print(kept);
      rmSync(dirname(kept), { recursive: true, force: true });
    },
  };
}

/** What is looped, before the first run. */
function firstWords({ command, flags, loop }: CommandToLoop, num: number): string {
  const open = loop.leaseMs === undefined ? 'runs without end' : 'runs shared with other machines';
  const runs = Number.isFinite(num) ? `${num} runs` : open;
  const what = escapeText(command.map(shellWord).join(' '), 80);
  return `${runs} of ${what}, ${flags.jobs} at a time\n`;
}

/** Piece by piece: a flood is longer than memory is large. */
function printFile(path: string, to: NodeJS.WriteStream): void {
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(64 * 1024);
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
    to.write(Buffer.from(bytes.subarray(0, read)));
  }
  closeSync(file);
}
