import type { FileIdentity } from './file-identity.ts';

type Files = readonly FileIdentity[];

/** Clusters that are begun one after the other have so much between them, ms. */
const leastGap = 120_000;
/** That is so many times what lies between the beginnings within one. */
const leastTimes = 5;

/**
 * Splits files that begin at times far apart, several each time: one cluster's servers begin
 * together, and whoever joins it later comes alone. Scripts give the same ids to every cluster that
 * they make, and of a log that was cut nothing else may tell whose it is.
 */
export function splitByTime(files: Files): readonly Files[] {
  const sorted = files.toSorted((a, b) => a.begins - b.begins);
  const groups: FileIdentity[][] = [];
  for (const file of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && file.begins - beginsOf(group.at(-1)) < leastGap) group.push(file);
    else groups.push([file]);
  }
  const spans = groups.map((group) => beginsOf(group.at(-1)) - beginsOf(group[0]));
  const gaps = groups
    .slice(1)
    .map((group, index) => beginsOf(group[0]) - beginsOf(groups[index]?.at(-1)));
  const isApart = Math.min(...gaps) >= leastTimes * Math.max(...spans);
  if (groups.length < 2 || !isApart || groups.some(({ length }) => length < 2)) return [files];
  const order = new Map(files.map((file, index) => [file, index]));
  return groups.map((group) => group.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}

function beginsOf(file: FileIdentity | undefined): number {
  return file?.begins ?? 0;
}
