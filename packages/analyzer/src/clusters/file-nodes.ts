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
    const long = longNames(sharing, stem);
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

/** With the folder that tells them apart, or with all that differ, where none does it alone. */
function longNames(files: readonly string[], stem: string): readonly string[] {
  const levels = tellingLevels(files);
  const names = files.map((file) => longName(file, stem, levels.slice(0, 1)));
  if (new Set(names).size === names.length) return names;
  return files.map((file) => longName(file, stem, levels));
}

/** How many folders up the paths differ, as in `/srv/a/var/log/messages`; 1 where nowhere. */
function tellingLevels(files: readonly string[]): readonly number[] {
  const folders = files.map(foldersOf);
  const deepest = Math.max(...folders.map(({ length }) => length));
  const levels: number[] = [];
  for (let level = 1; level <= deepest; level += 1) {
    if (new Set(folders.map((each) => each.at(-level))).size > 1) levels.push(level);
  }
  return levels.length === 0 ? [1] : levels;
}

/** With the folder that the file is in; a log that was rotated stays in its folder. */
function longName(file: string, stem: string, levels: readonly number[]): string {
  const folders = foldersOf(file);
  const telling = levels.toReversed().map((level) => folders.at(-level) ?? '');
  return [...telling.filter((folder) => folder !== '' && folder !== '.'), stem].join('/');
}

function foldersOf(file: string): readonly string[] {
  return file.split(/[\\/]/).slice(0, -1);
}
