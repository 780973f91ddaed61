import { countsAs } from '../command/counts-as.ts';
import type { RunRecord } from '../command/run-record.ts';
import { type FailureRate, failureRate } from './failure-rate.ts';
import type { LoopReport } from './loop-report.ts';

/** A loop as JUnit's XML, which CI systems read: a test case a run, piece by piece. */
export async function* junitReport(
  report: LoopReport,
  records: AsyncIterable<RunRecord>,
): AsyncGenerator<string> {
  const { what, runs, failed, elapsedMs, command } = report;
  const none = (command?.runs ?? runs) - (command?.passed ?? runs - failed) - failed;
  const head = `name="${xml(what)}" tests="${runs}" failures="${failed}" errors="0"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  yield `<testsuite ${head} skipped="${none}" time="${elapsedMs / 1000}">\n`;
  const rate = failureRate({ passed: runs - failed - none, failed }, report.confidence);
  if (rate !== undefined) yield properties(rate);
  for await (const record of records) yield testCase(record, what);
  yield '</testsuite>\n</testsuites>\n';
}

/** Where the rate of failures lies. */
function properties({ low, high, confidence }: FailureRate): string {
  const named = Object.entries({ low, high, confidence }).map(
    ([name, value]) => `    <property name="failure-rate-${name}" value="${value}"/>\n`,
  );
  return `  <properties>\n${named.join('')}  </properties>\n`;
}

function testCase(
  { index, seed, item, ms, verdict, why, log, ...rest }: RunRecord,
  what: string,
): string {
  const of = item === undefined ? '' : `, ${item}`;
  const name = `run ${index} (seed ${seed}${of})`;
  const head = `  <testcase classname="${xml(what)}" name="${xml(name)}" time="${ms / 1000}"`;
  if (verdict === 'PASS') return `${head}/>\n`;
  const side = countsAs(verdict);
  const place = log === undefined ? '' : xml(log);
  const type = xml(rest.signature ?? verdict);
  const body =
    side === 'fail'
      ? `<failure type="${type}" message="${xml(why)}">${place}</failure>`
      : side === 'neither'
        ? `<skipped message="${verdict}: ${xml(why)}"/>`
        : `<system-out>${verdict}: ${xml(why)}</system-out>`;
  return `${head}>\n    ${body}\n  </testcase>\n`;
}

/** Text in XML 1.0, which has no way to say most control characters. */
function xml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text
    .toWellFormed()
    .replace(/[&<>"]/g, (sign) => names[sign] ?? sign)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
