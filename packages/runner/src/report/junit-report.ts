import { xmlText } from '@raftlens/analyzer/page';
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
  const head = `name="${xmlText(what)}" tests="${runs}" failures="${failed}" errors="0"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  yield `<testsuite ${head} skipped="${none}" time="${elapsedMs / 1000}">\n`;
  const rate = command?.rate ?? failureRate({ passed: runs - failed, failed }, report.confidence);
  if (rate !== undefined) yield properties(rate);
  for await (const record of records) yield testCase(record, what);
  yield '</testsuite>\n</testsuites>\n';
}

/** Where the rate of failures lies. */
function properties({ low, high, confidence }: FailureRate): string {
  const named = Object.entries({ low, high, confidence }).map(
    ([name, value]) =>
      `    <property name="failure-rate-${name}" value="${Number(value.toPrecision(6))}"/>\n`,
  );
  return `  <properties>\n${named.join('')}  </properties>\n`;
}

function testCase(
  { index, seed, item, ms, verdict, why, log, ...rest }: RunRecord,
  what: string,
): string {
  const of = item === undefined ? '' : `, ${item}`;
  const name = `run ${index} (seed ${seed}${of})`;
  const times = `time="${ms / 1000}"`;
  const head = `  <testcase classname="${xmlText(what)}" name="${xmlText(name)}" ${times}`;
  if (verdict === 'PASS') return `${head}/>\n`;
  const side = countsAs(verdict);
  const place = log === undefined ? '' : xmlText(log);
  const type = xmlText(rest.signature ?? verdict);
  const body =
    side === 'fail'
      ? `<failure type="${type}" message="${xmlText(why)}">${place}</failure>`
      : side === 'neither'
        ? `<skipped message="${verdict}: ${xmlText(why)}"/>`
        : `<system-out>${verdict}: ${xmlText(why)}</system-out>`;
  return `${head}>\n    ${body}\n  </testcase>\n`;
}
