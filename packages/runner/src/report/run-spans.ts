import { createHash } from 'node:crypto';
import type { ExportCounts } from '@raftlens/telemetry';
import {
  exportSpans,
  type OtlpSettings,
  type SpanRecord,
  type SpanTime,
} from '@raftlens/telemetry';
import { countsAs } from '../command/counts-as.ts';
import type { RunRecord } from '../command/run-record.ts';

/** The loop that runs are of, as its spans name it. */
export interface SpannedLoop {
  readonly what: string;
  /** When it began and ended, ms since the epoch. */
  readonly start: number;
  readonly end: number;
}

/** Sends a span for each run, all of them below one for the loop, and counts them. */
export function exportRuns(
  settings: OtlpSettings,
  loop: SpannedLoop,
  records: AsyncIterable<RunRecord>,
): Promise<ExportCounts> {
  return exportSpans({ ...settings, records: runSpans(loop, records) });
}

/** The spans of a loop: its own first, then one a run. */
export async function* runSpans(
  { what, start, end }: SpannedLoop,
  records: AsyncIterable<RunRecord>,
): AsyncGenerator<SpanRecord> {
  const traceId = digits(`${what} ${start}`, 32);
  const root = digits(`${traceId} loop`, 16);
  const common = { traceId, service: 'raft-loop', events: [] };
  yield {
    ...common,
    ...{ spanId: root, name: `loop ${what}`, start: time(start), end: time(end) },
    ...{ attributes: { 'raft_loop.command': what }, status: { code: 'unset' } },
  };
  for await (const { index, seed, item, start: from, ms, verdict, why, log } of records) {
    yield {
      ...common,
      spanId: digits(`${traceId} ${index}`, 16),
      parentSpanId: root,
      name: `run ${index}`,
      start: time(from),
      end: time(from + ms),
      attributes: {
        'raft_loop.index': index,
        'raft_loop.seed': seed,
        'raft_loop.verdict': verdict,
        ...(item === undefined ? {} : { 'raft_loop.item': item }),
        ...(log === undefined ? {} : { 'raft_loop.log': log }),
      },
      status: countsAs(verdict) === 'fail' ? { code: 'error', message: why } : { code: 'unset' },
    };
  }
}

function digits(text: string, count: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, count);
}

function time(ms: number): SpanTime {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
