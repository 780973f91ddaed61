import type { TraceEvent } from '@raftlens/trace';
import { decompress } from './decompress.ts';
import {
  createFileReader,
  type FileFacts,
  type FileReader,
  type FileReaderOptions,
} from './file-reader.ts';
import type { FileReport, ReadProblem } from './file-report.ts';
import { oldestFirst } from './newest-first.ts';
import { readLinesAgain } from './read-lines-again.ts';
import { readProblem } from './read-problem.ts';
import { createRecentLines } from './recent-lines.ts';
import type { Source } from './source.ts';

/** The events of one source, in its own order, and what else was in it. */
export interface EventStream {
  readonly file: string;
  /** Batches of events; can be iterated once. Never throws: what went wrong is in the report. */
  readonly batches: AsyncIterable<readonly TraceEvent[]>;
  /** What was found up to now. */
  report(): FileReport;
  /** What the lines read up to now say of the file as a whole. */
  facts(): FileFacts;
  /** The line that begins at this offset, read a short while ago, will be asked for. */
  keepLine(offset: number): void;
  /**
   * The text of the lines that begin at these offsets: text that no event keeps is read again where
   * it is wanted. Lines that cannot be read any more are left out.
   */
  linesAt(offsets: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** What reads it, for the next part of a log that was rotated. */
  readonly reader?: FileReader;
}

/** How to read a source; every part has a default. */
export interface EventStreamOptions extends Omit<FileReaderOptions, 'keepText'> {
  /** An abort ends the stream as if the file ended there. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads `source` as its events are asked for, with no more in memory than a chunk, a line and the
 * lines that its format is told from.
 */
export function openEventStream(
  source: Source,
  { signal, ...options }: EventStreamOptions = {},
): EventStream {
  const keepText = source.openAt === undefined;
  const reader = createFileReader(source.name, { ...options, keepText });
  let problem: ReadProblem | undefined;
  const recent = createRecentLines();

  async function* batches(): AsyncGenerator<readonly TraceEvent[], void, undefined> {
    try {
      const bytes = source.open(signal);
      const { chunks, turned } =
        source.live === true
          ? { chunks: bytes, turned: undefined }
          : await oldestFirst(decompress(bytes, keepText ? undefined : recent.push));
      if (turned !== undefined) reader.countDown(turned);
      for await (const chunk of chunks) {
        const events = chunk.length === 0 ? reader.settle() : reader.push(chunk);
        if (events.length > 0) yield events;
        if (reader.hopeless || signal?.aborted === true) break;
      }
    } catch (error) {
      if (signal?.aborted !== true) problem = readProblem(error);
    }
    const events = reader.end();
    if (events.length > 0) yield events;
  }

  return {
    file: source.name,
    batches: batches(),
    report: () => reader.report(problem),
    facts: () => reader.facts,
    reader,
    keepLine: recent.keep,
    async linesAt(offsets) {
      const others = offsets.filter((offset) => !recent.kept.has(offset));
      return new Map([...recent.kept, ...(await readLinesAgain(source, others))]);
    },
  };
}
