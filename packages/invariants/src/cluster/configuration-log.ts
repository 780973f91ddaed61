import type { EventOf } from '@raftlens/trace';

type Started = EventOf<'node.started'>;
type Installed = EventOf<'snapshot.installed'>;

/** A configuration in one server's log, and the line that put it there. */
export interface PlacedConfiguration {
  readonly index: number;
  readonly voters: readonly string[];
  /** Not empty while it is joint (Raft §6). */
  readonly votersOutgoing: readonly string[];
  readonly learners: readonly string[];
  readonly event: Started | Installed | EventOf<'config.appended'>;
}

/**
 * A line says at which index it stands; else it was taken to follow the one before. A server that
 * starts names the one in force, which stands where its log begins if nothing is in it.
 */
export function isPlaceKnown({ event }: PlacedConfiguration): boolean {
  if (event.event === 'config.appended') return event.index !== undefined;
  if (event.event === 'snapshot.installed') return true;
  return event.lastLogIndex === (event.snapshotIndex ?? 0);
}

/** Those further down are committed long since; nothing brings them back. */
const configurationsKept = 64;

/** A configuration enters the log, in place of what stood there. */
export function enterConfiguration(
  log: PlacedConfiguration[],
  event: EventOf<'config.appended'>,
): void {
  const index = event.index ?? (log.at(-1)?.index ?? 0) + 1;
  leaveConfigurations(log, index);
  log.push(placed(index, event.voters, event));
  if (log.length > configurationsKept) log.shift();
}

/** The log ends before `fromIndex`. */
export function leaveConfigurations(log: PlacedConfiguration[], fromIndex: number): void {
  while ((log.at(-1)?.index ?? -1) >= fromIndex) log.pop();
}

/** A server starts: what it holds is known unless its lines told already what its log holds. */
export function startConfigurations(log: PlacedConfiguration[], event: Started): void {
  if (event.inc === undefined) log.length = 0;
  if (log.length > 0 || event.voters === undefined) return;
  log.push(placed(event.snapshotIndex ?? 0, event.voters, event));
}

/**
 * A snapshot takes the place of the log's beginning; whether anything behind it stays, the line
 * does not tell.
 */
export function installConfiguration(log: PlacedConfiguration[], event: Installed): void {
  const above = (log.at(-1)?.index ?? -1) > event.index;
  log.length = 0;
  if (!above && event.voters !== undefined) log.push(placed(event.index, event.voters, event));
}

function placed(
  index: number,
  voters: readonly string[],
  event: PlacedConfiguration['event'],
): PlacedConfiguration {
  const { votersOutgoing = [], learners = [] } = event;
  return { index, voters, votersOutgoing, learners, event };
}
