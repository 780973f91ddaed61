import type { Origin, TraceEvent } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { LineOutcome, LogReader } from '../format.ts';
import { readGoLogLine } from '../go-log-line.ts';
import { stripPrefix } from '../strip-prefix.ts';
import { readTesterLine } from './tester-line.ts';
import { type TesterStory, tell, untold } from './tester-story.ts';

/** What a line that a server logged tells. */
export type ServerLine =
  | { readonly kind: 'events'; readonly events: readonly BareEvent[] }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads what follows the time stamp of a log line; undefined where it tells nothing. */
export type ReadServerLine = (text: string) => ServerLine | undefined;

/** Events waiting for the first time stamp; more than these are dated 0. */
const mostUndated = 100;

interface LabLog {
  readonly file: string;
  readonly readServerLine: ReadServerLine;
  story: TesterStory;
  /** Of the last line that had a time. */
  time: number | undefined;
  undated: { readonly event: BareEvent; readonly at: Origin; readonly run: string | undefined }[];
  /** Dated meanwhile, to go out with the next line that gives events. */
  dated: TraceEvent[];
}

/**
 * Makes a reader of the output of a lab: lines of the MIT tester, which have no time, among lines
 * that the servers logged by Go's logger, which `readServerLine` understands.
 *
 * An event without a time of its own gets that of the last line that has one; those before the
 * first time stamp wait for it, or are at time 0 where none comes. From the second test in a file
 * on, its events have a `run`, as each test has servers of its own.
 */
export function createLabReader(file: string, readServerLine: ReadServerLine): LogReader {
  const log: LabLog = {
    file,
    readServerLine,
    story: untold,
    time: undefined,
    undated: [],
    dated: [],
  };
  return {
    read: (text, line) => readLine(log, { file, line, text }, text),
    end() {
      date(log, 0);
      return log.dated.splice(0);
    },
  };
}

function readLine(log: LabLog, at: Origin, text: string): LineOutcome {
  const line = stripPrefix(text).trim();
  if (line === '') return { kind: 'ignored', why: 'blank' };
  const logged = readGoLogLine(line);
  if (logged?.kind === 'broken') return logged;
  if (logged !== undefined) {
    date(log, logged.time);
    log.time = logged.time;
  }
  const testerLine = readTesterLine(logged?.text ?? line);
  if (testerLine === undefined) return readServer(log, at, logged?.text);
  if (testerLine.kind === 'ignored' || testerLine.kind === 'broken') return testerLine;
  const { story, events } = tell(log.story, testerLine);
  log.story = story;
  return events.length === 0 ? { kind: 'ignored', why: 'go test summary' } : give(log, at, events);
}

/** `logged` is undefined for a line without a time stamp, which no server wrote. */
function readServer(log: LabLog, at: Origin, logged: string | undefined): LineOutcome {
  if (logged === undefined) return { kind: 'ignored', why: 'other line' };
  const outcome = log.readServerLine(logged);
  if (outcome === undefined) return { kind: 'ignored', why: 'other log line' };
  return outcome.kind === 'broken' ? outcome : give(log, at, outcome.events);
}

function give(log: LabLog, at: Origin, events: readonly BareEvent[]): LineOutcome {
  const { started } = log.story;
  const run = started > 1 ? `test ${started}` : undefined;
  for (const event of events) log.undated.push({ event, at, run });
  if (log.time !== undefined) date(log, log.time);
  else if (log.undated.length > mostUndated) date(log, 0);
  return { kind: 'events', events: log.dated.splice(0) };
}

/** Gives a time to the events that wait for one. */
function date(log: LabLog, time: number): void {
  for (const { event, at, run } of log.undated.splice(0)) {
    log.dated.push(run === undefined ? { ...event, time, at } : { ...event, time, run, at });
  }
}
