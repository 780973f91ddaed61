import type { TraceEvent } from '@raftlens/trace';
import type { Census } from '../census.ts';
import type { Format, LineOutcome, LogReader } from '../format.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { stripColours } from '../strip-prefix.ts';
import type { Carried, Carrier } from './carrier.ts';
import { createCarrierClock } from './carrier-time.ts';

/** `tail` and `head` write so before the lines of each file. */
const heading = '==> ';
const headingLine = /^==> (.{1,500}) <==$/;

/**
 * The same format behind what the carriers wrote, the outermost first. Where they say that the
 * lines are of several servers, each has a reader of its own, as if it had a file of its own.
 */
export function carriedFormat(
  format: Format,
  wrapping: readonly Carrier[],
  sample: readonly string[],
): Format {
  const headings = new Set(sample.filter((line) => headingLine.test(line)));
  const headed = headings.size > 0;
  if (wrapping.length === 0 && !headed) return format;
  const { filter } = format;
  const several = headings.size > 1 || sourcesOf(format, wrapping, sample).size > 1;
  return {
    ...format,
    ...(filter === undefined
      ? {}
      : { filter: { ...filter, anyOf: marksOf(filter.anyOf, wrapping, headed) } }),
    open: (file, node) => openCarried({ format, wrapping, headed, several, file, node }),
  };
}

interface Opening {
  readonly format: Format;
  readonly wrapping: readonly Carrier[];
  readonly headed: boolean;
  readonly several: boolean;
  readonly file: string;
  readonly node: string | undefined;
}

function openCarried({ format, wrapping, headed, several, node, ...opening }: Opening): LogReader {
  let { file } = opening;
  const readers = new Map<string, LogReader>();
  const timeOf = createCarrierClock();
  let section: string | undefined;
  const readerOf = (source: string | undefined): LogReader => {
    const key = source ?? section ?? '';
    let reader = readers.get(key);
    if (reader === undefined) {
      // The file's own name is for the only server that is in it.
      const isOnly = key === '' || (!several && readers.size === 0);
      reader = format.open(file, isOnly ? node : key);
      readers.set(key, reader);
    }
    return reader;
  };
  return {
    get namesByPlace() {
      return [...readers.values()].some((reader) => reader.namesByPlace === true);
    },
    read(text, line, unterminated): LineOutcome {
      const [, path] = headed && text.startsWith(heading) ? (headingLine.exec(text) ?? []) : [];
      if (path !== undefined) {
        section = nodeOfFile(path);
        return { kind: 'ignored', why: 'the name of a file' };
      }
      const carried = unwrap(text, wrapping);
      const outcome = readerOf(carried.source).read(carried.text, line, unterminated);
      if (outcome.kind !== 'events') return outcome;
      return {
        kind: 'events',
        events: outcome.events.map((event) => {
          const written = asWritten(event, line, text);
          // A program that shows no time leaves it to the carrier.
          return written.time === 0 ? { ...written, time: timeOf(text) ?? 0 } : written;
        }),
      };
    },
    continueIn(next) {
      file = next;
      for (const reader of readers.values()) reader.continueIn?.(next);
    },
    end: () => [...readers.values()].flatMap((reader) => reader.end()),
    get census() {
      return joinCensus([...readers.values()].flatMap(({ census }) => census ?? []));
    },
    get levels() {
      const levels = [...readers.values()].flatMap((reader) => reader.levels ?? []);
      return levels.length === 0 ? undefined : new Set(levels.flatMap((each) => [...each]));
    },
  };
}

/** What the program wrote; a line that no carrier has written stays as it is. */
export function unwrap(line: string, wrapping: readonly Carrier[]): Carried {
  let text = stripColours(line);
  let source: string | undefined;
  for (const carrier of wrapping) {
    const carried = carrier.unwrap(text);
    if (carried === undefined) return { text, source };
    text = carried.text;
    source = carried.source ?? source;
  }
  return { text, source };
}

/** Of the lines that are of the format: others may speak on the same host. */
function sourcesOf(
  format: Format,
  wrapping: readonly Carrier[],
  sample: readonly string[],
): ReadonlySet<string> {
  const sources = new Set<string>();
  for (const line of sample) {
    const { text, source } = unwrap(line, wrapping);
    if (source !== undefined && !sources.has(source) && format.detect([text]) > 0) {
      sources.add(source);
    }
  }
  return sources;
}

function marksOf(
  marks: readonly string[],
  wrapping: readonly Carrier[],
  headed: boolean,
): readonly string[] {
  const escaped = wrapping.reduce(
    (all, { escapes }) => (escapes ? all.map((mark) => JSON.stringify(mark).slice(1, -1)) : all),
    marks,
  );
  return headed ? [...escaped, heading] : escaped;
}

function asWritten(event: TraceEvent, line: number, text: string): TraceEvent {
  return event.at?.line === line ? { ...event, at: { ...event.at, text } } : event;
}

function joinCensus(all: readonly Census[]): Census | undefined {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first;
  return {
    speakers: new Set(all.flatMap(({ speakers }) => [...speakers])),
    members: new Set(all.flatMap(({ members }) => [...members])),
    names: new Map(all.flatMap(({ names }) => [...names])),
  };
}
