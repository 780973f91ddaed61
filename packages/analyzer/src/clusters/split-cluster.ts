import { nodeOfFile } from '@raftlens/formats';
import { nodeOrder } from '@raftlens/trace';
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
  if (recurInFolders(files)) return [...Map.groupBy(files, folderOf).values()];
  const formats = byFormat(files);
  if (formats !== undefined) return formats.flatMap(splitCluster);
  if (files.some(({ counted }) => !counted) || !isSeveral(files)) return [files];
  const keys = [folderOf, ...nameKeys];
  for (const key of keys) {
    const groups = [...Map.groupBy(files, key).values()];
    // Where each file is by itself, this tells servers apart, and not clusters.
    const tells = groups.length > 1 && groups.length < files.length;
    if (tells && !groups.some(isSeveral)) return groups;
  }
  return byTime(files);
}

function folderOf({ file }: FileIdentity): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/**
 * Whether the same servers, by their numbers, have a log in each of several folders: `a/n1.log`,
 * `a/n2.log`, `b/n1.log`, `b/n2.log`. Lines that would say so may have been cut.
 */
function recurInFolders(files: Files): boolean {
  const folders = [...Map.groupBy(files, folderOf).values()].map((each) => each.map(nameOf));
  const [first = []] = folders;
  if (folders.length < 2 || folders.some(({ length }) => length < 2)) return false;
  const shapes = new Set(folders.flat().map((name) => name.replace(/\d+$/, '#')));
  const isNumbered = shapes.size === 1 && first.every((name) => /\d$/.test(name));
  return (
    isNumbered && folders.slice(1).every((names) => names.some((name) => first.includes(name)))
  );
}

function nameOf({ file }: FileIdentity): string {
  return nodeOfFile(file);
}

/**
 * The servers of a cluster write one format. Where those of one do not say who they are, nothing
 * but that tells them from a cluster whose servers have the same ids.
 */
function byFormat(files: Files): readonly Files[] | undefined {
  const groups = [...Map.groupBy(files, ({ format }) => format).values()];
  if (groups.length < 2 || groups.some(({ length }) => length < 2)) return undefined;
  const isNameless = groups.some((group) => group.every((file) => idsIn(file).length === 0));
  return isNameless ? groups : undefined;
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
  const { servers, logs } = sizeOf(files);
  return isTwice(files) || (servers > 1 && logs >= 2 * servers);
}

/** How many servers the lines name, and of how many logs the files are parts. */
function sizeOf(files: Files): { readonly servers: number; readonly logs: number } {
  const servers = new Set(files.flatMap((file) => [...file.members, ...idsIn(file)]));
  return { servers: servers.size, logs: new Set(files.map(stemOf)).size };
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

/**
 * The first logs of each server are one cluster, the second logs another, and so on. Where nothing
 * shows in the times that one began after the other, nobody can tell, and each log is by itself:
 * leaders of different clusters must not meet.
 */
function byTime(files: Files): readonly Files[] {
  const clusters: FileIdentity[][] = [];
  for (const file of [...files].sort((a, b) => a.begins - b.begins)) {
    const free = clusters.find((cluster) => !isTooMany([...cluster, file]));
    if (free === undefined) clusters.push([file]);
    else free.push(file);
  }
  return areApart(clusters) ? clusters : (byNumber(files) ?? files.map((file) => [file]));
}

/** Logs that are only numbered, 1 to 6, of which the second three are of the same servers again. */
function byNumber(files: Files): readonly Files[] | undefined {
  const shapes = new Set(files.map(({ file }) => file.replaceAll(/\d+/g, '#')));
  if (shapes.size > 1) return undefined;
  const clusters: FileIdentity[][] = [];
  for (const file of files.toSorted((a, b) => nodeOrder(a.file, b.file))) {
    const last = clusters.at(-1);
    if (last === undefined || isTooMany([...last, file])) clusters.push([file]);
    else last.push(file);
  }
  const sizes = new Set(clusters.map(({ length }) => length));
  return sizes.size === 1 && !clusters.some(isSeveral) ? clusters : undefined;
}

function isTooMany(files: Files): boolean {
  const { servers, logs } = sizeOf(files);
  return isTwice(files) || (servers > 1 && logs > servers);
}

/** Whether between the beginnings of any two clusters is more time than within each. */
function areApart(clusters: readonly Files[]): boolean {
  const spans = clusters.map((files) => {
    const begins = files.map((file) => file.begins);
    return { first: Math.min(...begins), last: Math.max(...begins) };
  });
  spans.sort((a, b) => a.first - b.first);
  const longest = Math.max(...spans.map(({ first, last }) => last - first));
  return spans.every(({ first }, index) => {
    const before = spans[index - 1];
    return before === undefined || first - before.last > longest;
  });
}
