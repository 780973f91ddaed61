import { escapeText } from '@raftlens/trace/escape-text';
import { readLogTail } from '../command/log-tail.ts';
import type { LoopControls } from '../command/loop-options.ts';

/** What keys do, beside what they do to the loop. */
export interface KeyEffects {
  /** Prints text above the line that is drawn again and again. */
  say(text: string): void;
  /** Sends this process a signal, as a terminal does that is not read key by key. */
  raise(signal: NodeJS.Signals): void;
}

const tailLines = 5;

/** Keys that a terminal makes signals of, unless it is read key by key. */
const signals: Readonly<Record<string, NodeJS.Signals>> = {
  '\u0003': 'SIGINT',
  '\u001a': 'SIGTSTP',
  '\u001c': 'SIGQUIT',
};

/**
 * Gives what a key does: `t` prints what the running commands said last, `p` pauses and goes on,
 * `q` ends the loop after the runs that are at work, and a second `q` at once.
 */
export function keyPresses(controls: LoopControls, effects: KeyEffects): (key: string) => void {
  const { say, raise } = effects;
  let leaving = false;
  return (key) => {
    const signal = signals[key];
    if (signal !== undefined) raise(signal);
    else if (key === 't') say(activeText(controls));
    else if (key === 'p') {
      if (controls.paused) controls.resume();
      else controls.pause();
      say(controls.paused ? 'Paused: no other run starts; p goes on.\n' : 'Going on.\n');
    } else if (key === 'q') {
      say(leaving ? 'Ending at once.\n' : 'Ending after the runs that are at work; q ends now.\n');
      controls.finish(leaving ? 'now' : 'soon');
      leaving = true;
    }
  };
}

function activeText({ supervisor }: LoopControls): string {
  const active = supervisor.active();
  if (active.length === 0) return 'No run is at work.\n';
  return active
    .map(({ index, startedAt, logPath }) => {
      const seconds = ((supervisor.now() - startedAt) / 1000).toFixed(1);
      const { lines } = readLogTail(logPath, tailLines);
      const shown = lines.map((line) => `    ${escapeText(line.replaceAll('\t', '  '), 76)}\n`);
      const text = shown.length === 0 ? '    (no output yet)\n' : shown.join('');
      return `Run ${index}, for ${seconds} s:\n${text}`;
    })
    .join('');
}
