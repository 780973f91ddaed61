import process from 'node:process';
import { escapeText } from '@raftlens/trace';
import { readLogTail } from '../command/log-tail.ts';
import type { LoopControls } from '../command/loop-options.ts';

const tailLines = 5;

/**
 * Listens to the keys of a person: `t` prints what the running commands said last, `p` pauses and
 * goes on, `q` ends the loop after the runs that are at work, and a second `q` at once.
 */
export function listenToKeys(controls: LoopControls, say: (text: string) => void): () => void {
  const { stdin } = process;
  if (stdin.isTTY !== true) return () => {};
  let leaving = false;
  const press = (bytes: Buffer): void => {
    for (const key of bytes.toString('latin1')) {
      if (key === '\u0003') process.kill(process.pid, 'SIGINT');
      else if (key === '\u001c') process.kill(process.pid, 'SIGQUIT');
      else if (key === '\u001a') process.kill(process.pid, 'SIGTSTP');
      else if (key === 't') say(activeText(controls));
      else if (key === 'p') {
        if (controls.paused) controls.resume();
        else controls.pause();
      } else if (key === 'q') {
        say(
          leaving ? 'Ending at once.\n' : 'Ending after the runs that are at work; q ends now.\n',
        );
        controls.finish(leaving ? 'now' : 'soon');
        leaving = true;
      }
    }
  };
  stdin.setRawMode(true);
  stdin.on('data', press);
  stdin.resume();
  return () => {
    stdin.removeListener('data', press);
    stdin.setRawMode(false);
    stdin.pause();
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
