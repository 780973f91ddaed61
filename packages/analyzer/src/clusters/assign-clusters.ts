import type { FileIdentity } from './file-identity.ts';
import { splitByTime } from './split-by-time.ts';
import { splitCluster } from './split-cluster.ts';

/**
 * Tells which files are of which cluster: a name for each file's cluster, undefined where all are
 * of one.
 *
 * Files are one cluster, a file a server, unless something speaks against it: a file in which
 * several servers speak is a cluster by itself; so are files that name servers with none in common,
 * files of different systems, files that begin at times far apart, several each time, and files
 * that are the log of the same server.
 */
export function assignClusters(
  files: readonly FileIdentity[],
): ReadonlyMap<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  if (files.length < 2) return names;
  const single = files.filter(({ several }) => !several);
  const clusters = components(single).flatMap(splitByTime).flatMap(splitCluster);
  for (const { file, several } of files) if (several) names.set(file, file);
  if (clusters.length < 2) return names;
  const folders = clusters.map(folderOf);
  for (const [index, cluster] of clusters.entries()) {
    const folder = folders[index];
    const isOnlyOne =
      folder !== undefined && folders.indexOf(folder) === folders.lastIndexOf(folder);
    const name = isOnlyOne ? folder : nameOf(cluster);
    for (const { file } of cluster) names.set(file, name);
  }
  return names;
}

/** Files by the servers that they have in common; those that name nobody else go with any. */
function components(files: readonly FileIdentity[]): readonly (readonly FileIdentity[])[] {
  const grown: { readonly known: Set<string>; readonly files: FileIdentity[] }[] = [];
  const telling = files.filter(({ counted, known }) => counted && known.size > 1);
  for (const file of telling) {
    const key = [...file.known].map((id) => `${file.system} ${id}`);
    const touching = grown.filter(({ known }) => key.some((id) => known.has(id)));
    const merged = { known: new Set(key), files: [file] };
    for (const each of touching) {
      for (const id of each.known) merged.known.add(id);
      merged.files.push(...each.files);
      grown.splice(grown.indexOf(each), 1);
    }
    grown.push(merged);
  }
  const lone: FileIdentity[] = [];
  for (const file of files.filter((each) => !telling.includes(each))) {
    const alike = grown.filter(({ files: [first] }) => first?.system === file.system);
    const home = alike.find(({ known }) => speaksIn(file, known)) ?? onlyOne(alike);
    if (home === undefined) lone.push(file);
    else home.files.push(file);
  }
  const order = new Map(files.map((file, index) => [file, index]));
  const inOrder = (a: FileIdentity, b: FileIdentity): number =>
    (order.get(a) ?? 0) - (order.get(b) ?? 0);
  const all = [
    ...grown.map((each) => each.files.sort(inOrder)),
    ...Map.groupBy(lone, ({ system }) => system).values(),
  ];
  return all.sort(([a], [b]) => (a && b ? inOrder(a, b) : 0));
}

function speaksIn({ speakers, system }: FileIdentity, known: ReadonlySet<string>): boolean {
  return [...speakers].some((id) => known.has(`${system} ${id}`));
}

function onlyOne<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** The folder that its files share. */
function folderOf(cluster: readonly FileIdentity[]): string | undefined {
  const [first = '', ...rest] = cluster.map(({ file }) => file);
  const folder = first.slice(0, Math.max(0, first.lastIndexOf('/')));
  const shared =
    rest.length > 0 && folder !== '' && rest.every((file) => file.startsWith(`${folder}/`));
  return shared ? folder : undefined;
}

function nameOf(cluster: readonly FileIdentity[]): string {
  const [first = '', ...rest] = cluster.map(({ file }) => file);
  return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}
