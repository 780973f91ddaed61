import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileSource, type LoggedRun, type NearestRun, nearestRun } from '@raftlens/analyzer';
import { passedName } from './command/passed-runs.ts';
import { runLogs } from './run-logs.ts';

/**
 * The passing run that a failing one goes along with for the longest time, of those in `passed`,
 * and where they part. Its logs are kept beside those of the failing run, in `twin`.
 */
export async function findTwin(
  failing: string,
  passed: readonly string[],
): Promise<NearestRun | undefined> {
  const fail = loggedRun(failing);
  const nearest = await nearestRun(passed.map(loggedRun), fail);
  if (nearest === undefined || !isTaken(nearest.passing)) return nearest;
  const twin = join(failing, 'twin');
  cpSync(nearest.passing, twin, { recursive: true });
  // Once more, so that the lines are told by the names that their files have from now on.
  return nearestRun([loggedRun(twin)], fail);
}

function loggedRun(folder: string): LoggedRun {
  return { name: folder, sources: runLogs(folder).map(fileSource) };
}

function isTaken(folder: string): boolean {
  return passedName.test(folder.split(/[/\\]/).at(-1) ?? '');
}
