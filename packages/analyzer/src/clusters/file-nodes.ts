import { nodeOfFile } from '@raftlens/formats';

/**
 * The server that each file is taken to be of, where its lines do not say: the name of the file,
 * and where several are called the same, the folder before it that tells them apart, or else the
 * number behind it. The parts of a log that was rotated are of one server.
 */
export function fileNodes(logs: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const nodes = new Map<string, string>();
  const newest = logs.map((parts) => parts.at(-1) ?? '');
  for (const [stem, sharing] of Map.groupBy(newest, nodeOfFile)) {
    const level = tellingLevel(sharing);
    const long = sharing.map((file) => longName(file, stem, level));
    for (const [index, file] of sharing.entries()) {
      const name = long[index] ?? stem;
      const isAlone = long.indexOf(name) === long.lastIndexOf(name);
      nodes.set(file, sharing.length === 1 ? stem : isAlone ? name : withNumber(file));
    }
  }
  for (const parts of logs) {
    const node = nodes.get(parts.at(-1) ?? '');
    if (node !== undefined) for (const file of parts) nodes.set(file, node);
  }
  return nodes;
}

/** `node.2` for `node.2.log`. */
function withNumber(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/(?:\.[a-z]{1,6})+$/i, '');
}

/** How many folders up the paths differ, as in `/srv/a/var/log/messages`. */
function tellingLevel(files: readonly string[]): number {
  const folders = files.map(foldersOf);
  const deepest = Math.max(...folders.map(({ length }) => length));
  for (let level = 1; level <= deepest; level += 1) {
    if (new Set(folders.map((each) => each.at(-level))).size > 1) return level;
  }
  return 1;
}

/** With the folder that the file is in; a log that was rotated stays in its folder. */
function longName(file: string, stem: string, level: number): string {
  const folder = foldersOf(file).at(-level);
  return folder === undefined || folder === '' || folder === '.' ? stem : `${folder}/${stem}`;
}

function foldersOf(file: string): readonly string[] {
  return file.split(/[\\/]/).slice(0, -1);
}
