import type { Census } from '@raftlens/formats';
import { catalogue, type TraceEvent } from '@raftlens/trace';

type Batch = readonly TraceEvent[];

/**
 * One name for each server of a cluster, whatever its lines call it: before a server has read its
 * configuration it may know itself by its address only, and afterwards by its id.
 */
export interface ServerNames {
  /** Takes in what the lines of a file have told up to now. */
  learn(census: Census): void;
  /** The name that events have for this one. */
  nameOf(name: string): string;
  /** The events of a file, by these names. */
  rename(batch: Batch): Batch;
}

/** Fields that hold a server, or several, in whatever event has them, beside `node`. */
const serverFields: readonly string[] = [
  'from',
  'to',
  'candidate',
  'candidateId',
  'votedFor',
  'leader',
  'peer',
  'source',
  'target',
  'nodes',
  'acks',
  'voters',
  'votersOutgoing',
  'learners',
];

/**
 * Begins with every name as it is. A name that events were given already stays: once another name
 * of that server turns up, it is the other one that gives way.
 */
export function createServerNames(): ServerNames {
  const names = new Map<string, string>();
  /** Names that may mean one server or another. */
  const doubtful = new Set<string>();
  const given = new Set<string>();
  /** The one given last: most often that of the next event too. */
  let latest: string | undefined;

  const same = (name: string, node: string): void => {
    const meant = names.get(name);
    if (meant === node || names.get(node) === name || doubtful.has(name)) return;
    if (meant !== undefined) {
      // Whatever was given stays; from here on nobody can tell.
      names.delete(name);
      doubtful.add(name);
    } else if (!given.has(name)) names.set(name, node);
    else if (!given.has(node)) names.set(node, name);
  };

  const nameOf = (name: string): string => names.get(name) ?? name;

  return {
    learn(census) {
      for (const [name, node] of census.names) same(name, node);
    },
    nameOf,
    rename(batch) {
      const renamed = names.size === 0 ? batch : batch.map((event) => renameIn(event, nameOf));
      for (const { node } of renamed) {
        if (node === undefined || node === latest) continue;
        given.add(node);
        latest = node;
      }
      return renamed;
    },
  };
}

/** Those of {@link serverFields} that an event of a name has. */
const fieldsOfEvents: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(catalogue).map(([name, { fields }]) => [
    name,
    serverFields.filter((field) => field in fields),
  ]),
);

function renameIn(event: TraceEvent, nameOf: (name: string) => string): TraceEvent {
  // Read as they are: a copy of each event costs more than all else here.
  const before = event as unknown as Readonly<Record<string, unknown>>;
  const { node } = event;
  let changed: Record<string, unknown> | undefined;
  if (node !== undefined && nameOf(node) !== node) changed = { ...before, node: nameOf(node) };
  for (const field of fieldsOfEvents.get(event.event) ?? []) {
    const value = before[field];
    if (typeof value === 'string') {
      const name = nameOf(value);
      if (name === value) continue;
      changed ??= { ...before };
      changed[field] = name;
    } else if (Array.isArray(value) && value.some((each) => nameOf(each) !== each)) {
      changed ??= { ...before };
      changed[field] = value.map(nameOf);
    }
  }
  return changed === undefined ? event : decoded(changed);
}

/** Only the names in it have changed, so it is still an event. */
function decoded(fields: Record<string, unknown>): TraceEvent {
  return fields as unknown as TraceEvent;
}
