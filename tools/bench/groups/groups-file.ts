import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type EventName, encodeEvent, type TraceEvent } from '@raftlens/trace';
import { inputFolder } from '../run-quietly.ts';
import { simulatedEvents } from '../simulated-events.ts';

/** What servers with thousands of groups print as they are set up in production. */
const usual: ReadonlySet<EventName> = new Set<EventName>([
  'election.started',
  'node.started',
  'role.changed',
  'term.changed',
  'vote.denied',
  'vote.granted',
  'vote.received',
]);

/** All that is traced, or what a program in production prints. */
export const shares = { all: undefined, usual } as const;

/**
 * A trace of so many Raft groups, with so many lines each, that come in turn: the file is made once
 * and kept.
 */
export async function groupsFile(
  groups: number,
  lines: number,
  share: keyof typeof shares,
): Promise<string> {
  const path = join(inputFolder, `groups-${groups}-${lines}-${share}.jsonl`);
  if (existsSync(path)) return path;
  mkdirSync(inputFolder, { recursive: true });
  const events = await oneGroup(lines, shares[share]);
  const unfinished = `${path}.tmp`;
  const file = openSync(unfinished, 'w');
  for (const [place, event] of events.entries()) {
    const text: string[] = [];
    for (let group = 0; group < groups; group += 1) {
      text.push(encodeEvent({ ...event, time: place * 10 + group / groups, group: `r${group}` }));
    }
    writeSync(file, `${text.join('\n')}\n`);
  }
  closeSync(file);
  renameSync(unfinished, path);
  return path;
}

/** The first lines of three servers that elect, cut off and elect again. */
async function oneGroup(
  lines: number,
  kinds: ReadonlySet<EventName> | undefined,
): Promise<readonly TraceEvent[]> {
  const events = await simulatedEvents('2A', 20_000);
  const next = events.findIndex(({ event }, place) => place > 0 && event === 'trace.started');
  return events
    .slice(0, next === -1 ? undefined : next)
    .filter(({ event, node }) => node !== undefined && kinds?.has(event) !== false)
    .slice(0, lines)
    .map(({ run: _, seq: __, ...event }) => event as TraceEvent);
}
