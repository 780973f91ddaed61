import { type Census, detectFormat, type Format, type LogReader } from '@raftlens/formats';
import type { ByteDecoder, TraceEvent } from '@raftlens/trace';
import { countLines } from './count-lines.ts';
import { createFileOrder, type FileOrder, type OrderOfLines } from './file-order.ts';
import type { FileReport, ReadProblem } from './file-report.ts';
import { createFormatSample, type FormatSample } from './format-sample.ts';
import { createLineBlocks, type Lines, maxLineBytes } from './line-blocks.ts';
import { createLineTally, type LineTally } from './line-tally.ts';
import { type Flaw, lineText } from './line-text.ts';
import { createMarkFinder, type MarkFinder } from './mark-finder.ts';
import { createSeenLines, type SeenLines } from './seen-lines.ts';
import { createUnparsedTally, type UnparsedTally } from './unparsed-tally.ts';

/** Other programs, such as a build, may speak first: so many samples are tried before giving up. */
const samples = 50;

/** Where a format yields to others, so many samples are held back for one of them to turn up. */
const mostHeld = 20;

const lineFeed = 0x0a;

const flawWords: Readonly<Record<Exclude<Flaw, 'not-utf8'>, string>> = {
  'too-long': `longer than ${maxLineBytes / 1024 / 1024} MiB`,
  nul: 'holds NUL bytes',
};

/** Turns the bytes of one file into events, and keeps count of every line. */
export interface FileReader {
  /** The events that `chunk` completes; none until the format is known. */
  push(chunk: Uint8Array): readonly TraceEvent[];
  /** The lines come in the order of time, and are numbered from this one down to the first. */
  countDown(lines: number): void;
  /** Nothing more is there for now: the format is told from what there is, if it can be. */
  settle(): readonly TraceEvent[];
  /** The file ended. */
  end(): readonly TraceEvent[];
  /** True once it is known that no more events can come: the rest need not be read. */
  readonly hopeless: boolean;
  /** `problem` is why reading ended before the end, if it did. */
  report(problem?: ReadProblem): FileReport;
  /** What is known of the file beyond its events. */
  readonly facts: FileFacts;
  /** Hands over what it knows to the reader of the log's next part. */
  handOver(): Handed | undefined;
  /** Its lines, where another part of the log follows: a copy of the end may begin that. */
  readonly seen: SeenLines | undefined;
}

/** What the reader of a part of a log leaves to the next. */
interface Handed {
  readonly format: Format;
  readonly reader: LogReader;
}

/** How to read a file; every part has a default. */
export interface FileReaderOptions {
  /** The server that the file is taken to be of, where its lines do not say. */
  readonly node?: string | undefined;
  /**
   * Whether every event has the text of its line, which costs time and memory; without, some say
   * only where in the file it stands. True by default.
   */
  readonly keepText?: boolean | undefined;
  /** What the lines are of; told from the lines by default. */
  readonly format?: Format | undefined;
  /** The reader of the log's part before this one, which it goes on with. */
  readonly before?: FileReader | undefined;
  /** Whether another part of the log follows, and what this one holds back is for that to tell. */
  readonly goesOn?: boolean | undefined;
  /** Whether lines that give no event are grouped and kept in the report. False by default. */
  readonly unparsed?: boolean | undefined;
}

/** What the lines up to now say of the file as a whole. */
export interface FileFacts {
  /** Undefined until it is told, or where it cannot be. */
  readonly format: Format | undefined;
  readonly census: Census | undefined;
  /** Levels of the format's capabilities at which the program is seen to log. */
  readonly levels: ReadonlySet<string> | undefined;
  readonly order: OrderOfLines;
  /** The same server speaks from two places in it. */
  readonly isMixed?: boolean | undefined;
}

/** What the lines of a file have told so far. */
interface Progress {
  readonly file: string;
  readonly node: string | undefined;
  readonly before: FileReader | undefined;
  readonly keepText: boolean;
  readonly tally: LineTally;
  /** Where the lines were turned round, how many there are. */
  turned: number | undefined;
  readonly order: FileOrder;
  /** Lines of the part before, with which this part may begin again. */
  seenBefore: SeenLines | undefined;
  /** Kept for the part that follows. */
  readonly seen: SeenLines | undefined;
  readonly unparsed: UnparsedTally | undefined;
  /** There while the format is not known, and may still be told. */
  sample: FormatSample | undefined;
  samplesLeft: number;
  /** Samples before, of a format that yields to others. */
  held: { readonly format: Format; readonly samples: FormatSample[] } | undefined;
  format: Format | undefined;
  reader: LogReader | undefined;
  decoder: ByteDecoder | undefined;
  marks: MarkFinder | undefined;
  /** Events not handed out yet. */
  events: TraceEvent[];
  traceEvents: number;
  notUtf8: number;
  withNul: number;
  bytes: number;
}

/** Makes a reader for the file that the user calls `file`. */
export function createFileReader(file: string, options: FileReaderOptions = {}): FileReader {
  const { format, before, goesOn } = options;
  const progress = createProgress(file, options);
  if (format !== undefined) openFormat(progress, format);
  const blocks = createLineBlocks({
    onLines: (lines) => takeLines(progress, lines),
    onTooLong: () => takeTooLong(progress),
  });
  return {
    push(chunk) {
      progress.bytes += chunk.length;
      blocks.push(chunk);
      return progress.order.next(takeEvents(progress));
    },
    countDown(lines) {
      progress.turned = lines;
    },
    settle() {
      const { sample, held } = progress;
      if (sample !== undefined && (held ?? detectFormat(sample.texts)) !== undefined) {
        closeSample(progress, sample, true);
      }
      return progress.order.last(takeEvents(progress));
    },
    end() {
      blocks.end();
      if (progress.sample !== undefined) closeSample(progress, progress.sample, true);
      const reader = progress.reader ?? before?.handOver()?.reader;
      if (goesOn !== true) addEvents(progress, reader?.end() ?? []);
      return progress.order.last(takeEvents(progress));
    },
    get hopeless() {
      return progress.sample === undefined && progress.reader === undefined;
    },
    handOver() {
      const { format, reader } = progress;
      return format && reader ? { format, reader } : before?.handOver();
    },
    report: (problem) => reportOf(progress, problem),
    get facts() {
      const { format, reader } = progress;
      const order = progress.order.kept(reader?.namesByPlace === true);
      const { census, levels, isMixed } = reader ?? {};
      return { format, census, levels, order, isMixed };
    },
    seen: progress.seen,
  };
}

/** Nothing of the file has been read. */
function createProgress(
  file: string,
  { node, keepText = true, before, goesOn, unparsed = false }: FileReaderOptions,
): Progress {
  const tally = createLineTally();
  return {
    file,
    node,
    before,
    keepText,
    tally,
    turned: undefined,
    order: createFileOrder(tally),
    seenBefore: before?.seen,
    seen: goesOn === true ? createSeenLines() : undefined,
    unparsed: unparsed ? createUnparsedTally() : undefined,
    sample: createFormatSample(true),
    samplesLeft: samples,
    held: undefined,
    format: undefined,
    reader: undefined,
    decoder: undefined,
    marks: undefined,
    events: [],
    traceEvents: 0,
    notUtf8: 0,
    withNul: 0,
    bytes: 0,
  };
}

function takeLines(progress: Progress, lines: Lines): void {
  let at = 0;
  while (progress.sample !== undefined && at < lines.length) {
    const { sample } = progress;
    at = sample.take(lines, at);
    if (sample.full) closeSample(progress, sample, false);
  }
  if (at < lines.length) readLines(progress, lines, at);
}

function takeTooLong(progress: Progress): void {
  const { sample } = progress;
  if (sample === undefined) readTooLong(progress);
  else {
    sample.takeTooLong();
    if (sample.full) closeSample(progress, sample, false);
  }
}

/**
 * Tells the format from the lines held back, and reads them; tries the next ones if it cannot, or
 * if these may be of a surer format, unless this is `final`.
 */
function closeSample(progress: Progress, sample: FormatSample, final: boolean): void {
  progress.sample = undefined;
  const found = detectFormat(sample.texts) ?? progress.before?.handOver()?.format;
  const surer = found?.yields === true ? undefined : found;
  const { format: weak, samples: before } = progress.held ?? { format: found, samples: [] };
  if (weak !== undefined && surer === undefined && !final && before.length < mostHeld) {
    progress.held = { format: weak, samples: [...before, sample] };
    progress.sample = createFormatSample(false);
    return;
  }
  progress.held = undefined;
  const format = surer ?? weak;
  if (format !== undefined) openFormat(progress, format);
  for (const { pieces } of [...before, sample]) {
    for (const lines of pieces) {
      if (lines === undefined) readTooLong(progress);
      else readLines(progress, lines, 0);
    }
  }
  progress.samplesLeft -= 1;
  if (format !== undefined || progress.samplesLeft === 0) return;
  progress.sample = createFormatSample(false);
}

function openFormat(progress: Progress, format: Format): void {
  const { file, node, keepText } = progress;
  progress.sample = undefined;
  progress.format = format;
  const handed = progress.before?.handOver();
  if (handed?.format.id === format.id && handed.reader.continueIn !== undefined) {
    handed.reader.continueIn(file);
    progress.reader = handed.reader;
  } else {
    // What the part before held back has nothing to wait for any more.
    addEvents(progress, handed?.reader.end() ?? []);
    progress.reader = format.open(file, node);
  }
  progress.decoder = progress.reader.openBytes?.({ file, keepText });
  progress.marks = format.filter && createMarkFinder(format.filter.anyOf);
}

function readLines(progress: Progress, lines: Lines, start: number): void {
  const { decoder, marks, tally, events } = progress;
  const before = events.length;
  decoder?.load(lines);
  marks?.load(lines);
  const idles = lines.plain && !needsText(progress);
  let at = start;
  while (at < lines.length) {
    const event = decoder?.decode(at, tally.counts.lines + 1);
    if (event !== undefined && decoder !== undefined && decoder.next() - at <= maxLineBytes) {
      at = decoder.next();
      events.push(event);
      tally.event();
      if (!decoder.isCounted()) progress.order.seeUncounted(event);
      continue;
    }
    const next = marks?.next(at) ?? at;
    if (next > at) {
      tally.ignored(progress.format?.filter?.why ?? '', countLines(lines.bytes, at, next));
      at = next;
      continue;
    }
    const end = marks?.end ?? lines.bytes.indexOf(lineFeed, at);
    const why = idles ? progress.reader?.idle?.(lines.bytes, at, end) : undefined;
    if (why === undefined) readLine(progress, lines, at, end);
    else tally.ignored(why);
    at = end + 1;
  }
  progress.traceEvents += events.length - before;
}

/** Whether the text of a line is asked for that tells nothing. */
function needsText({ seen, seenBefore, unparsed }: Progress): boolean {
  return seen !== undefined || seenBefore !== undefined || unparsed !== undefined;
}

function readLine(progress: Progress, lines: Lines, start: number, end: number): void {
  const { tally, turned } = progress;
  const place = tally.counts.lines + 1;
  const number = turned === undefined ? place : turned + 1 - place;
  const line = lineText(lines, start, end);
  const text = number === 1 ? withoutMark(line.text) : line.text;
  if (line.flaw === 'not-utf8') progress.notUtf8 += 1;
  else if (line.flaw !== undefined) {
    if (line.flaw === 'nul') progress.withNul += 1;
    tellBroken(progress, number, flawWords[line.flaw], text);
    return;
  }
  if (isSeen(progress, text)) {
    tally.ignored('stands in the part before too');
    return;
  }
  const outcome = progress.reader?.read(text, number, lines.unterminated);
  if (outcome === undefined) tally.ignored('of no known format');
  else if (outcome.kind === 'ignored') {
    tally.ignored(outcome.why);
    progress.unparsed?.take(number, text, outcome.why, false);
  } else if (outcome.kind === 'broken') tellBroken(progress, number, outcome.why, text);
  else {
    tally.event();
    for (const event of outcome.events) progress.events.push(event);
    progress.order.see(outcome.events);
  }
}

/** Whether the line is one of those with which a part begins that overlaps the one before. */
function isSeen(progress: Progress, text: string): boolean {
  progress.seen?.add(text);
  if (progress.seenBefore === undefined) return false;
  if (progress.seenBefore.has(text)) return true;
  progress.seenBefore = undefined;
  return false;
}

function tellBroken(progress: Progress, line: number, why: string, text: string): void {
  progress.tally.broken(line, why, text);
  progress.unparsed?.take(line, text, why, true);
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function readTooLong({ tally }: Progress): void {
  tally.broken(tally.counts.lines + 1, flawWords['too-long'], '');
}

function addEvents(progress: Progress, events: readonly TraceEvent[]): void {
  progress.traceEvents += events.length;
  for (const event of events) progress.events.push(event);
  progress.order.see(events);
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
    ...(progress.format?.notRaft !== undefined && { notRaft: progress.format.notRaft }),
    counts: { ...tally.counts },
    bytes,
    traceEvents,
    notUtf8,
    withNul,
    firstBroken: tally.firstBroken,
    reasons: tally.reasons,
    unparsed: progress.unparsed?.kinds,
    problem,
  };
}
