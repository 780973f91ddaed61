import { spawn } from 'node:child_process';

/** How a program ended, and what it printed. */
export interface CalledProgram {
  /** Null where it could not be started, or a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls a program that prints little. Never rejects. */
export function callProgram(
  file: string,
  words: readonly string[],
  signal: AbortSignal,
  cwd?: string,
): Promise<CalledProgram> {
  return new Promise((done) => {
    let [stdout, stderr] = ['', ''];
    const child = spawn(file, words, { stdio: ['ignore', 'pipe', 'pipe'], signal, cwd });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', ({ message }) => done({ code: null, stdout, stderr: message }));
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
