import type { TraceEvent } from '@raftlens/trace';
import type { Census } from '../census.ts';
import type { Format, LineOutcome, LogReader } from '../format.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { stripColours } from '../strip-prefix.ts';
import type { Carried, Carrier } from './carrier.ts';
import { createCarrierClock } from './carrier-time.ts';
import { type ClusterOf, sourceClusters } from './source-clusters.ts';

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
  const sources = sourcesOf(format, wrapping, sample);
  const several = headings.size > 1 || sources.size > 1;
  const clusterOf = sources.size > 1 ? clustersIn(format, wrapping, sample) : undefined;
  return {
    ...format,
    ...(filter === undefined
      ? {}
      : { filter: { ...filter, anyOf: marksOf(filter.anyOf, wrapping, headed) } }),
    open: (file, node) => openCarried({ format, wrapping, headed, several, clusterOf, file, node }),
  };
}

interface Opening {
  readonly format: Format;
  readonly wrapping: readonly Carrier[];
  readonly headed: boolean;
  readonly several: boolean;
  readonly clusterOf: ClusterOf | undefined;
  readonly file: string;
  readonly node: string | undefined;
}

function openCarried(opening: Opening): LogReader {
  const { format, wrapping, headed, several, clusterOf, node } = opening;
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
          const written = inCluster(asWritten(event, line, text), carried.source, clusterOf);
          // A program that shows no time leaves it to the carrier.
          return written.time === 0 ? { ...written, time: timeOf(text) ?? 0 } : written;
        }),
      };
    },
    continueIn(next) {
      file = next;
      for (const reader of readers.values()) reader.continueIn?.(next);
    },
    end: () =>
      [...readers].flatMap(([source, reader]) =>
        reader.end().map((event) => inCluster(event, source, clusterOf)),
      ),
    get isMixed() {
      return areMixed(readers, clusterOf);
    },
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

/** By the servers that speak in each source, those of each group by themselves. */
function clustersIn(
  format: Format,
  wrapping: readonly Carrier[],
  sample: readonly string[],
): ClusterOf | undefined {
  const readers = new Map<string, LogReader>();
  const speakers = new Map<string, Set<string>>();
  const hear = (source: string, events: readonly TraceEvent[]): void => {
    for (const { node, group = '' } of events) {
      if (node !== undefined) speakers.get(source)?.add(`${group} ${node}`);
    }
  };
  for (const [index, line] of sample.entries()) {
    const { text, source } = unwrap(line, wrapping);
    if (source === undefined) continue;
    const reader = readers.get(source) ?? format.open('', source);
    if (!readers.has(source)) speakers.set(source, new Set());
    readers.set(source, reader);
    const outcome = reader.read(text, index + 1);
    if (outcome.kind === 'events') hear(source, outcome.events);
  }
  for (const [source, reader] of readers) hear(source, reader.end());
  const { nameless, members } = countServers(readers);
  return sourceClusters(
    new Map([...speakers].filter(([, nodes]) => nodes.size > 0)),
    nameless === readers.size && members > 1 ? members : undefined,
  );
}

/**
 * How many sources have a server that does not say who it is, and how many members their lines
 * name. Where the first are more, they are not of one cluster.
 */
function countServers(readers: Iterable<readonly [source: string, LogReader]>): {
  readonly nameless: number;
  readonly members: number;
} {
  const all = [...readers];
  const members = new Set(all.flatMap(([, { census }]) => [...(census?.members ?? [])]));
  const nameless = all.filter(([source, { census }]) => {
    const [speaker, ...others] = census?.speakers ?? [];
    return speaker === source && others.length === 0 && !members.has(source);
  });
  return { nameless: nameless.length, members: members.size };
}

function inCluster(
  event: TraceEvent,
  source: string | undefined,
  clusterOf: ClusterOf | undefined,
): TraceEvent {
  if (clusterOf === undefined || source === undefined) return event;
  const cluster = clusterOf(source);
  return { ...event, run: event.run === undefined ? cluster : `${cluster}: ${event.run}` };
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

/**
 * Whether a server has written lines in two sources that nothing tells apart, or they are of more
 * servers than there are.
 */
function areMixed(
  readers: ReadonlyMap<string, LogReader>,
  clusterOf: ClusterOf | undefined,
): boolean {
  const homes = new Map<string, string>();
  if (readers.size < 2) return false;
  for (const cluster of Map.groupBy(readers, ([source]) => clusterOf?.(source)).values()) {
    const { nameless, members } = countServers(cluster);
    if (members > 1 && nameless > members) return true;
  }
  return [...readers].some(([source, { census }]) =>
    [...(census?.speakers ?? [])].some((node) => {
      const key = `${clusterOf?.(source) ?? ''} ${node}`;
      const home = homes.get(key) ?? source;
      homes.set(key, home);
      return home !== source;
    }),
  );
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
