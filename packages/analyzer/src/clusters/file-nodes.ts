import { nodeOfFile } from '@raftlens/formats';

/**
 * The server that each file is taken to be of, where its lines do not say: the name of the file,
 * and where several are called the same, the folder before it.
 */
export function fileNodes(files: readonly string[]): ReadonlyMap<string, string> {
  const nodes = new Map<string, string>();
  for (const [stem, sharing] of Map.groupBy(files, nodeOfFile)) {
    for (const file of sharing) nodes.set(file, sharing.length === 1 ? stem : longName(file, stem));
  }
  return nodes;
}

/** With the folder that the file is in; a log that was rotated stays in its folder. */
function longName(file: string, stem: string): string {
  const folder = file.split(/[\\/]/).at(-2);
  return folder === undefined || folder === '' || folder === '.' ? stem : `${folder}/${stem}`;
}
