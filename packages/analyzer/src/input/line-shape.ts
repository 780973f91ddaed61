import { stripPrefix } from '@raftlens/formats';

/** A line is told from others by its beginning, in UTF-16 units. */
const longest = 300;
const shown = 160;

const varying = /\b[0-9a-f]*\d[0-9a-f]*\b|\d+/gi;

/** What lines of one kind have in common: without prefixes, and with `#` for every number. */
export function lineShape(text: string): string {
  return stripPrefix(text.slice(0, longest))
    .replaceAll(varying, '#')
    .replaceAll(/#(?:[-:./,]#)+/g, '#')
    .trim()
    .slice(0, shown);
}
