import type { TraceEvent } from '@raftlens/trace';
import type { EventStream } from '../input/event-stream.ts';
import { assignClusters } from './assign-clusters.ts';
import type { FileIdentity } from './file-identity.ts';
import { findCopies } from './find-copies.ts';
import { createServerNames, type ServerNames } from './server-names.ts';

type Batch = readonly TraceEvent[];

/** A stream with its first events at hand. */
interface Opened {
  readonly stream: EventStream;
  readonly iterator: AsyncIterator<Batch>;
  readonly first: Batch;
}

/**
 * Gives the files of each cluster a run of their own, where the files are of several clusters:
 * taken together, leaders of different clusters would meet in one term. The files of one cluster
 * get one name for each server.
 *
 * The events that come first decide, which hold at least the lines that the format was told from.
 * Streams that are `live` do not wait for each other: each decides by itself whether it is a whole
 * cluster.
 */
export function separateClusters(
  streams: readonly EventStream[],
  live: boolean = false,
): readonly EventStream[] {
  if (live) {
    if (streams.length < 2) return streams;
    return streams.map((stream) => ({ ...stream, batches: namedAlone(stream) }));
  }
  let opening: Promise<ReadonlyMap<EventStream, Named>> | undefined;
  const open = (): Promise<ReadonlyMap<EventStream, Named>> => {
    opening ??= openAll(streams);
    return opening;
  };
  return streams.map((stream) => ({ ...stream, batches: named(stream, open) }));
}

interface Named {
  readonly opened: Opened;
  readonly run: string | undefined;
  readonly names: ServerNames;
  /** Other files that begin with the very same lines: what one of them has more follows. */
  readonly copies: readonly Opened[];
}

async function openAll(streams: readonly EventStream[]): Promise<ReadonlyMap<EventStream, Named>> {
  const all: Opened[] = [];
  for (const stream of streams) {
    const iterator = stream.batches[Symbol.asyncIterator]();
    const result = await iterator.next();
    all.push({ stream, iterator, first: result.done === true ? [] : result.value });
  }
  const originals = findCopies(all.map(({ first }) => first));
  const once = all.filter(({ first }, index) => first.length > 0 && !originals.has(index));
  const bySystem = namesBySystem(once);
  const runs = assignClusters(once.map((each) => identityOf(each, bySystem)));
  const names = new Map<string | undefined, ServerNames>();
  const result = new Map<EventStream, Named>();
  for (const [index, opened] of all.entries()) {
    if (originals.has(index)) continue;
    const copies = all.filter((_, other) => originals.get(other) === index);
    const run = runs.get(opened.stream.file);
    const known = names.get(run) ?? createServerNames();
    names.set(run, known);
    learn(known, opened.stream);
    result.set(opened.stream, { opened, run, names: known, copies });
  }
  return result;
}

function learn(names: ServerNames, stream: EventStream): void {
  const { census } = stream.facts();
  if (census !== undefined) names.learn(census);
}

/**
 * What the files of each system call their servers, all together: one may know itself by its
 * address alone where another says whose that is.
 */
function namesBySystem(files: readonly Opened[]): ReadonlyMap<string, ServerNames> {
  const names = new Map<string, ServerNames>();
  for (const { stream } of files) {
    const system = systemOf(stream);
    const known = names.get(system) ?? createServerNames();
    names.set(system, known);
    learn(known, stream);
  }
  return names;
}

function systemOf(stream: EventStream): string {
  return (stream.facts().format?.id ?? '').split('-', 1)[0] ?? '';
}

function identityOf(
  { stream, first }: Opened,
  bySystem: ReadonlyMap<string, ServerNames>,
): FileIdentity {
  const { format, census } = stream.facts();
  const system = systemOf(stream);
  const names = bySystem.get(system) ?? createServerNames();
  const { speakers, several } = speakersIn(names.rename(first));
  const members = new Set([...(census?.members ?? [])].map((each) => names.nameOf(each)));
  return {
    file: stream.file,
    format: format?.id ?? '',
    system,
    counted: census !== undefined,
    speakers,
    several,
    members,
    known: new Set([...speakers, ...members]),
    begins: first[0]?.time ?? 0,
  };
}

/** A server may have another id in each of its groups, as a store of TiKV has for each region. */
function speakersIn(events: Batch): Pick<FileIdentity, 'speakers' | 'several'> {
  const byGroup = new Map<string, Set<string>>();
  for (const { node, group = '' } of events) {
    if (node !== undefined) byGroup.set(group, (byGroup.get(group) ?? new Set()).add(node));
  }
  const names = new Set([...byGroup.values()].flatMap((nodes) => [...nodes]));
  const several = [...byGroup.values()].some(({ size }) => size > 1);
  if (several || names.size < 2) return { speakers: names, several };
  const keys = [...byGroup].flatMap(([group, nodes]) =>
    [...nodes].map((node) => `${group}/${node}`),
  );
  return { speakers: new Set(keys), several };
}

async function* named(
  stream: EventStream,
  open: () => Promise<ReadonlyMap<EventStream, Named>>,
): AsyncGenerator<Batch, void, undefined> {
  const { opened, run, names, copies = [] } = (await open()).get(stream) ?? {};
  if (opened === undefined || names === undefined) return;
  const rename = (batch: Batch): Batch => {
    // Only formats that take a census call a server by several names.
    const named = stream.facts().census === undefined ? batch : names.rename(batch);
    return run === undefined ? named : named.map((event) => inRun(run, event));
  };
  let line = 0;
  for (const each of [opened, ...copies]) {
    for await (const batch of batchesOf(each)) {
      learn(names, stream);
      const more = line === 0 ? batch : batch.filter(({ at }) => (at?.line ?? 0) > line);
      if (more.length > 0) yield rename(more);
    }
    if (copies.length > 0) line = Math.max(line, each.stream.report().counts.lines);
  }
}

async function* batchesOf({ first, iterator }: Opened): AsyncGenerator<Batch, void, undefined> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => iterator };
}

async function* namedAlone(stream: EventStream): AsyncGenerator<Batch, void, undefined> {
  let alone: boolean | undefined;
  for await (const batch of stream.batches) {
    alone ??= speakersIn(batch).several;
    yield alone ? batch.map((event) => inRun(stream.file, event)) : batch;
  }
}

function inRun(name: string, event: TraceEvent): TraceEvent {
  return { ...event, run: event.run === undefined ? name : `${name}: ${event.run}` };
}
