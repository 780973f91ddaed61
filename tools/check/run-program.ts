import { spawnSync } from 'node:child_process';
import type { Finding } from './finding.ts';
import { root } from './root.ts';

/** A program that judges, and how one line of its output becomes a finding. */
export interface Judge {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly readLine: (line: string) => Finding | undefined;
  readonly fix: string;
}

/** Runs it; a failure that no line explains is one finding with everything that it said. */
export function runProgram({ name, command, args, readLine, fix }: Judge): readonly Finding[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (error !== undefined)
    return [{ path: name, what: error.message, fix: 'npm test installs it' }];
  if (status === 0) return [];
  const output = `${stdout}\n${stderr}`;
  const findings = output.split('\n').flatMap((line) => readLine(line) ?? []);
  return findings.length > 0
    ? findings
    : [{ path: name, what: `exit code ${status}: ${output.trim()}`, fix }];
}
