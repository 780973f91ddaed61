import { nodeOfFile } from '@raftlens/formats';
import type { FileIdentity } from './file-identity.ts';

type Files = readonly FileIdentity[];

/**
 * Splits files that seem to be of one cluster where two are the log of the same server: clusters
 * made by the same script have the same ids. A log that was rotated is still one log.
 *
 * What tells such clusters apart is, in this order, the folder, a number in the name, and which
 * logs begin at about the same time.
 */
export function splitCluster(files: Files): readonly Files[] {
  if (files.some(({ counted }) => !counted) || !isSeveral(files)) return [files];
  const keys = [folderOf, ...nameKeys];
  for (const key of keys) {
    const groups = [...Map.groupBy(files, key).values()];
    if (groups.length > 1 && !groups.some(isSeveral)) return groups;
  }
  return byTime(files);
}

function folderOf({ file }: FileIdentity): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/** The name without one of its numbers: that of the server may stand first or last. */
const nameKeys: readonly ((identity: FileIdentity) => string)[] = [
  ({ file }) => file.replace(/\d+(?=\D*$)/, '#'),
  (identity) => stemOf(identity).replace(/\d+(?=\D*$)/, '#'),
  (identity) => stemOf(identity).replace(/\d+/, '#'),
  (identity) => stemOf(identity).replace(/^[^-_.]+/, '#'),
  (identity) => stemOf(identity).replace(/[^-_.]+$/, '#'),
];

function stemOf({ file }: FileIdentity): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${nodeOfFile(file)}`;
}

/**
 * Whether there are more logs than one cluster can have: two of one server, or twice as many as
 * there are servers, where a server goes by the name of its file.
 */
function isSeveral(files: Files): boolean {
  if (isTwice(files)) return true;
  const servers = new Set(files.flatMap((file) => [...file.members, ...idsIn(file)]));
  const logs = new Set(files.map(stemOf));
  return servers.size > 1 && logs.size >= 2 * servers.size;
}

/** The speakers that their lines name, and not their file. */
function idsIn({ file, speakers }: FileIdentity): readonly string[] {
  const stem = nodeOfFile(file);
  return [...speakers].filter((node) => node !== stem && !node.endsWith(`/${stem}`));
}

/** Whether a server speaks in two logs that are not parts of one. */
function isTwice(files: Files): boolean {
  const logs = new Map<string, string>();
  return files.some((identity) =>
    [...identity.speakers].some((node) => {
      const stem = stemOf(identity);
      const other = logs.get(node) ?? stem;
      logs.set(node, other);
      return other !== stem;
    }),
  );
}

/** The first logs of each server are one cluster, the second logs another, and so on. */
function byTime(files: Files): readonly Files[] {
  const clusters: FileIdentity[][] = [];
  for (const file of [...files].sort((a, b) => a.begins - b.begins)) {
    const free = clusters.find((cluster) => !isSeveral([...cluster, file]));
    if (free === undefined) clusters.push([file]);
    else free.push(file);
  }
  return clusters;
}
