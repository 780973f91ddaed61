import { type Census, detectFormat, type Format, type LogReader } from '@raftlens/formats';
import type { TraceEvent } from '@raftlens/trace';
import type { FileReport, ReadProblem } from './file-report.ts';
import { createLineSplitter, type Flaw, maxLineBytes } from './line-splitter.ts';
import { createLineTally, type LineTally } from './line-tally.ts';

/** The format is told from so many lines at a time, */
const sampleLines = 200;
/** or from fewer where they are long; in UTF-16 units. */
const sampleLength = 1024 * 1024;
/** Other programs, such as a build, may speak first: so many samples are tried before giving up. */
const samples = 50;

const flawWords: Readonly<Record<Exclude<Flaw, 'not-utf8'>, string>> = {
  'too-long': `longer than ${maxLineBytes / 1024 / 1024} MiB`,
  nul: 'holds NUL bytes',
};

/** Turns the bytes of one file into events, and keeps count of every line. */
export interface FileReader {
  /** The events that `chunk` completes; none until the format is known. */
  push(chunk: Uint8Array): readonly TraceEvent[];
  /** The file ended. */
  end(): readonly TraceEvent[];
  /** True once it is known that no more events can come: the rest need not be read. */
  readonly hopeless: boolean;
  /** `problem` is why reading ended before the end, if it did. */
  report(problem?: ReadProblem): FileReport;
  /** What is known of the file beyond its events. */
  readonly facts: FileFacts;
}

/** What the lines up to now say of the file as a whole. */
export interface FileFacts {
  /** Undefined until it is told, or where it cannot be. */
  readonly format: Format | undefined;
  readonly census: Census | undefined;
  /** Levels of the format's capabilities at which the program is seen to log. */
  readonly levels: ReadonlySet<string> | undefined;
}

interface HeldLine {
  readonly text: string;
  readonly number: number;
  readonly flaw: Flaw | undefined;
  /** It is the last, and no line end follows it. */
  readonly unterminated: boolean;
}

/** What the lines of a file have told so far. */
interface Progress {
  readonly file: string;
  /** The server that the file is taken to be of, where its lines do not say. */
  readonly node: string | undefined;
  /** What is read now ends the file, without a line end. */
  ending: boolean;
  readonly tally: LineTally;
  /** Lines held back until the format is known from them. */
  sample: HeldLine[] | undefined;
  samplesLeft: number;
  sampleLength: number;
  format: Format | undefined;
  reader: LogReader | undefined;
  /** Events not handed out yet. */
  events: TraceEvent[];
  traceEvents: number;
  notUtf8: number;
  withNul: number;
  bytes: number;
}

/** Makes a reader for the file that the user calls `file`; `node` as for `Format.open`. */
export function createFileReader(file: string, node?: string): FileReader {
  const progress: Progress = {
    file,
    node,
    ending: false,
    tally: createLineTally(),
    sample: [],
    samplesLeft: samples,
    sampleLength: 0,
    format: undefined,
    reader: undefined,
    events: [],
    traceEvents: 0,
    notUtf8: 0,
    withNul: 0,
    bytes: 0,
  };
  const splitter = createLineSplitter((text, number, flaw) => {
    const unterminated = progress.ending;
    const line = { text: number === 1 ? withoutMark(text) : text, number, flaw, unterminated };
    if (progress.sample === undefined) readLine(progress, line);
    else holdLine(progress, progress.sample, line);
  });
  return {
    push(chunk) {
      progress.bytes += chunk.length;
      splitter.push(chunk);
      return takeEvents(progress);
    },
    end() {
      progress.ending = true;
      splitter.end();
      closeSample(progress);
      addEvents(progress, progress.reader?.end() ?? []);
      return takeEvents(progress);
    },
    get hopeless() {
      return progress.sample === undefined && progress.reader === undefined;
    },
    report: (problem) => reportOf(progress, problem),
    get facts() {
      const { format, reader } = progress;
      return { format, census: reader?.census, levels: reader?.levels };
    },
  };
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function holdLine(progress: Progress, sample: HeldLine[], line: HeldLine): void {
  sample.push(line);
  progress.sampleLength += line.text.length;
  if (sample.length >= sampleLines || progress.sampleLength >= sampleLength) closeSample(progress);
}

/** Tells the format from the lines held back, and reads them; tries the next ones if it cannot. */
function closeSample(progress: Progress): void {
  const held = progress.sample;
  if (held === undefined) return;
  progress.sample = undefined;
  const readable = held.filter(({ flaw }) => flaw === undefined || flaw === 'not-utf8');
  progress.format = detectFormat(readable.map(({ text }) => text));
  progress.reader = progress.format?.open(progress.file, progress.node);
  for (const line of held) readLine(progress, line);
  progress.samplesLeft -= 1;
  if (progress.format !== undefined || progress.samplesLeft === 0) return;
  progress.sample = [];
  progress.sampleLength = 0;
}

function readLine(progress: Progress, { text, number, flaw, unterminated }: HeldLine): void {
  const { tally } = progress;
  if (flaw === 'not-utf8') progress.notUtf8 += 1;
  else if (flaw !== undefined) {
    if (flaw === 'nul') progress.withNul += 1;
    tally.broken(number, flawWords[flaw], text);
    return;
  }
  const outcome = progress.reader?.read(text, number, unterminated);
  if (outcome === undefined) tally.ignored('of no known format');
  else if (outcome.kind === 'ignored') tally.ignored(outcome.why);
  else if (outcome.kind === 'broken') tally.broken(number, outcome.why, text);
  else {
    tally.event();
    addEvents(progress, outcome.events);
  }
}

function addEvents(progress: Progress, events: readonly TraceEvent[]): void {
  progress.traceEvents += events.length;
  for (const event of events) progress.events.push(event);
}

function takeEvents(progress: Progress): readonly TraceEvent[] {
  const { events } = progress;
  progress.events = [];
  return events;
}

function reportOf(progress: Progress, problem: ReadProblem | undefined): FileReport {
  const { file, tally, bytes, traceEvents, notUtf8, withNul } = progress;
  return {
    file,
    format: progress.format?.id ?? 'unknown',
    counts: { ...tally.counts },
    bytes,
    traceEvents,
    notUtf8,
    withNul,
    firstBroken: tally.firstBroken,
    reasons: tally.reasons,
    problem,
  };
}
