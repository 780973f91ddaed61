import { type Observation, readTesterMessage } from './tester-message.ts';

/** A line of the MIT tester or of `go test` around it. */
export type TesterLine =
  /** `Test (2A): multiple elections ...`: `test` is without the part of the lab. */
  | { readonly kind: 'started'; readonly test: string; readonly words: string }
  /** `  ... Passed --   7.5  3  102   24794    6`: it does not name the test. */
  | { readonly kind: 'passed'; readonly words: string }
  /** `--- PASS: TestManyElections2A (4.47s)`, which follows `... Passed` under `go test -v`. */
  | { readonly kind: 'go-passed'; readonly test: string }
  | { readonly kind: 'failed'; readonly test: string }
  /** `=== RUN   TestManyElections2A` */
  | { readonly kind: 'running'; readonly test: string }
  | { readonly kind: 'observed'; readonly observation: Observation }
  /** The servers that a test has just cut off. */
  | { readonly kind: 'disconnecting'; readonly nodes: readonly string[] }
  | { readonly kind: 'ignored'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string };

const goResult = /^--- (PASS|FAIL): (\S{1,500}) \([\d.]{1,20}s\)$/;
const labPart = /^Test(?: \([^()]{1,40}\))?: /;
/** Behind what a server printed without an end of its line. */
const gluedStart = /Test \((?:\d[A-D]|Part[A-D])\): [^.]{1,120}\.\.\.$/;
/** Where the message of `t.Fatal` comes from: a test, or the tester's own file. */
const testSource = /^(?:\S{1,200}_test|config|test)\.go:\d{1,9}: /;
const sourcePosition = /^\S{1,4096}\.go:\d{1,9}$/;
const goSummaries: readonly RegExp[] = [
  /^=== (?:PAUSE|CONT|NAME)\b/,
  /^--- SKIP: /,
  /^(?:PASS|FAIL)$/,
  /^FAIL\s{1,20}\S/,
  /^ok\s{1,20}\S/,
  /^\?\s{1,20}\S/,
  /^exit status \d/,
  /^coverage: /,
];
/** What ends a test without `t.Fatal`, and what the tester warns of. */
const alarms: readonly string[] = [
  'panic: ',
  'fatal error: ',
  'WARNING: DATA RACE',
  'warning: term changed',
];
/** The 2025 tester's own remarks. */
const remark = /^(?:info|warning): /;

/** Reads a line of the tester, white space at its ends gone; undefined for any other line. */
export function readTesterLine(line: string): TesterLine | undefined {
  if (labPart.test(line)) return readStart(line);
  const glued = line.endsWith('...') ? gluedStart.exec(line)?.[0] : undefined;
  if (glued !== undefined) return readStart(glued);
  if (line.startsWith('... Passed')) {
    return { kind: 'passed', words: line.slice('... Passed'.length).replace(/^ --/, '').trim() };
  }
  if (line.startsWith('--- PASS:') || line.startsWith('--- FAIL:')) return readResult(line);
  if (/^DISCONNECTING(?=[\s:[]|$)/.test(line)) return readDisconnecting(line);
  if (line.startsWith('=== RUN')) {
    const test = line.slice('=== RUN'.length).trim();
    return test === '' ? { kind: 'broken', why: 'test name missing' } : { kind: 'running', test };
  }
  return readFailure(line) ?? readRemark(line);
}

function readStart(line: string): TesterLine {
  if (!line.endsWith('...')) return { kind: 'broken', why: 'test name cut short' };
  const test = line.slice(0, -'...'.length).replace(labPart, '').trimEnd();
  return { kind: 'started', test, words: line };
}

function readResult(line: string): TesterLine {
  const [, verdict, test] = goResult.exec(line) ?? [];
  if (test === undefined) return { kind: 'broken', why: 'test result cut short' };
  return { kind: verdict === 'PASS' ? 'go-passed' : 'failed', test };
}

function readDisconnecting(line: string): TesterLine {
  const names = line
    .slice('DISCONNECTING'.length)
    .replace(/^:/, '')
    .replaceAll(/[[\],]/g, ' ')
    .trim();
  if (names === '') return { kind: 'broken', why: 'DISCONNECTING names no server' };
  // The test draws three servers at random, and may draw one twice.
  return { kind: 'disconnecting', nodes: [...new Set(names.split(/\s+/))] };
}

function readFailure(line: string): TesterLine | undefined {
  const message = failureMessage(line);
  if (message === undefined) return undefined;
  return { kind: 'observed', observation: readTesterMessage(message) };
}

/** The words of a failure; `log.Fatalf` of the old tester adds nothing to `apply error: ...`. */
function failureMessage(line: string): string | undefined {
  if (line.startsWith('Fatal: ')) return line.slice('Fatal: '.length);
  if (line.startsWith('apply error: ')) return line;
  if (alarms.some((start) => line.startsWith(start))) return line;
  const source = testSource.exec(line)?.[0];
  return source === undefined ? undefined : line.slice(source.length);
}

function readRemark(line: string): TesterLine | undefined {
  if (goSummaries.some((summary) => summary.test(line)))
    return { kind: 'ignored', why: 'go test summary' };
  if (remark.test(line)) return { kind: 'ignored', why: 'remark of the tester' };
  if (sourcePosition.test(line)) return { kind: 'ignored', why: 'stack of a failure' };
  return undefined;
}
