/** Off a terminal a long step says this often that it is still alive. */
const reminderMs = 15_000;

/**
 * Shows that a step is under way and for how long: one line that counts on a terminal, a line now
 * and then elsewhere. It goes to standard error, so that standard output is the command's own.
 *
 * @param {string} label
 * @returns {{ done: () => void, failed: () => void }}
 */
export function startProgress(label) {
  const stream = process.stderr;
  const live = stream.isTTY === true;
  const start = performance.now();
  const show = live
    ? () => stream.write(`\r\x1b[K${label} … ${Math.round(seconds(start))} s`)
    : () => stream.write(`${label} … ${Math.round(seconds(start))} s\n`);
  stream.write(live ? `${label} …` : `${label} …\n`);
  const timer = setInterval(show, live ? 1000 : reminderMs);
  /** @param {string} word */
  const end = (word) => {
    clearInterval(timer);
    stream.write(`${live ? '\r\x1b[K' : ''}${label}: ${word} ${seconds(start).toFixed(1)} s\n`);
  };
  return { done: () => end('done in'), failed: () => end('failed after') };
}

/**
 * @param {number} start
 * @returns {number}
 */
function seconds(start) {
  return (performance.now() - start) / 1000;
}
