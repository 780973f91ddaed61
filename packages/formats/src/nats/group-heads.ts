/** What a line of a Raft group begins with: `RAFT [node - group] `. */
export interface GroupHead {
  readonly head: string;
  readonly id: string;
  readonly group: string;
}

const pattern = /^RAFT \[([A-Za-z0-9]{1,40}) - ([^\]]{1,200})\] /;

/** A server has a group for each stream and consumer; those that speak most are the last ones. */
const mostKnown = 8;

/** Makes a reader of such beginnings, which knows the last ones again; undefined for other text. */
export function createGroupHeads(): (words: string) => GroupHead | undefined {
  const known: GroupHead[] = [];
  let oldest = 0;
  return (words) => {
    for (const each of known) if (words.startsWith(each.head)) return each;
    const match = pattern.exec(words);
    if (match === null) return undefined;
    const [head, id = '', group = ''] = match;
    const found = { head, id, group };
    known[oldest] = found;
    oldest = (oldest + 1) % mostKnown;
    return found;
  };
}
