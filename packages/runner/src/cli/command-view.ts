import { readFileSync } from 'node:fs';
import process from 'node:process';
import { escapeText } from '@raftlens/trace';
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
  close(): void;
}

const intervalMs = 200;

/**
 * The view of a loop on the terminal, if there is one: a line that says how far it is, and keys.
 */
export function createCommandView({ command, flags }: CommandToLoop, num: number): CommandView {
  const { stderr } = process;
  const onTerminal = stderr.isTTY === true;
  const began = performance.now();
  let [done, failed] = [0, 0];
  let timer: NodeJS.Timeout | undefined;
  let controls: LoopControls | undefined;
  const closers: (() => void)[] = [];

  const clear = (): void => {
    if (onTerminal) stderr.write('\r\u001b[K');
  };
  const draw = (): void => {
    if (controls === undefined) return;
    const active = controls.supervisor.active();
    const now = controls.supervisor.now();
    const [oldest] = active;
    const text = liveLine({
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
      const runs = Number.isFinite(num) ? `${num} runs` : 'runs without end';
      const what = escapeText(command.map(shellWord).join(' '), 80);
      say(`${runs} of ${what}, ${flags.jobs} at a time\n`);
      timer = setInterval(draw, intervalMs);
      closers.push(listenToKeys(given, say));
    },
    note(record) {
      done += 1;
      if (countsAs(record.verdict) === 'fail') failed += 1;
    },
    print(log) {
      clear();
      process.stdout.write(readFileSync(log));
    },
    close() {
      clearInterval(timer);
      for (const close of closers) close();
      if (controls !== undefined) clear();
    },
  };
}
