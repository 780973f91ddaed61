import { readLogTail } from './log-tail.ts';

/** So many lines from the end of a log are looked at: what failed stands there. */
const linesRead = 200;
const length = 120;

/**
 * What failed, in words that are the same whenever the same thing fails: the tests that failed,
 * else the panic, else how the run ended. Numbers, addresses and times are left out.
 */
export function signatureOf(log: string, why: string): string {
  const { lines } = readLogTail(log, linesRead);
  const tests = new Set(lines.flatMap((line) => /^\s*--- FAIL: (\S+)/.exec(line)?.[1] ?? []));
  const panic = lines.find((line) => /^(?:panic|fatal error): /.test(line));
  const race = lines.some((line) => line.startsWith('WARNING: DATA RACE'));
  const parts = [
    ...[...tests].sort(),
    ...(race ? ['data race'] : []),
    ...(panic === undefined ? [] : [panic]),
  ];
  if (parts.length === 0) return why.slice(0, length);
  return parts
    .join(', ')
    .replace(/0x[\da-f]+/gi, '0x#')
    .replace(/(?<![A-Za-z_\d])\d+(?:\.\d+)?/g, '#')
    .slice(0, length);
}
