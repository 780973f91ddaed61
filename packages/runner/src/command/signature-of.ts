import { readLogTail } from './log-tail.ts';

/** So many lines from the end of a log are looked at: what failed stands there. */
const linesRead = 200;
const length = 120;

/** As `go test`, Rust's and Python's test runners tell a test that failed. */
const failedTest =
  /^(?:\s*--- FAIL: (\S+)|test (\S+) (?:- should panic )?\.\.\. FAILED$|FAILED (\S+::\S+))/;

/** What a program said when it gave up. */
function panicOf(lines: readonly string[]): string | undefined {
  const go = lines.find((line) => /^(?:panic|fatal error): /.test(line));
  if (go !== undefined) return go;
  // Rust says where, and in the next line why.
  const rust = lines.findIndex((line) => /^thread '.*' (?:\(\d+\) )?panicked at /.test(line));
  if (rust >= 0) return lines[rust + 1];
  return lines.find((line) => /\bAssertion (?:`.*'|.*) failed\b/i.test(line));
}

/**
 * What failed, in words that are the same whenever the same thing fails: the tests that failed,
 * else the panic, else how the run ended. Numbers, addresses and times are left out.
 */
export function signatureOf(logs: readonly string[], why: string): string {
  const lines = logs.flatMap((log) => readLogTail(log, linesRead).lines);
  const tests = new Set(
    lines.flatMap((line) => failedTest.exec(line)?.slice(1).find(Boolean) ?? []),
  );
  const panic = panicOf(lines);
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
    .replace(/(?<![A-Za-z_\d])(?!0x#)\d+(?:\.\d+)?/g, '#')
    .slice(0, length);
}
