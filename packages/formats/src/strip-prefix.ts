const escapeChar = '\u001b';
const bell = '\u0007';

/** What may follow the escape character: a colour or cursor sequence, or a choice of charset. */
const escapeTail = /^(?:\[[0-?]*[ -/]*[@-~]|[()][0-9A-Z])/;

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';

/**
 * What carriers of logs put before a line. Each demands more than a time of its own, so that the
 * time stamp that the program itself wrote is never taken for the carrier's.
 */
const kubernetes =
  // As the container runtime writes it: `2024-11-23T10:00:00.1Z stdout F `.
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP] /;
/** journalctl, and syslog before it: `Nov 23 10:00:00 host etcd[12]: `. */
const journal = new RegExp(
  String.raw`^(?:${months}) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})? [\w.-]{1,255} ` +
    String.raw`[^\s[\]:]{1,255}(?:\[\d{1,9}\])?: `,
);
/** docker compose: `etcd_1  | `, `etcd-1  | `. */
const compose = /^[A-Za-z][\w.-]{0,255}[-_]\d{1,6} {1,255}\| ?/;
/** In a mail or an issue. */
const quote = '> ';

const space = 0x20;
const zero = 0x30;
const nine = 0x39;
const bar = 0x7c;
const monthLength = 3;

/** A quoted line of a container in a pod: deeper nesting is not a log any more. */
const deepest = 4;

/**
 * Takes away what is not the program's own: colours, the prefixes of journald, docker compose and
 * Kubernetes, one inside the other where need be, and white space at the end. What remains keeps
 * its indentation.
 */
export function stripPrefix(line: string): string {
  let text = stripColours(line);
  for (let depth = 0; depth < deepest; depth += 1) {
    const prefix = findPrefix(text);
    if (prefix === undefined) break;
    text = stripColours(text.slice(prefix.length));
  }
  // Who pasted the line may have left something behind it.
  return text.charCodeAt(text.length - 1) <= space ? text.trimEnd() : text;
}

function findPrefix(text: string): string | undefined {
  // Nothing of ours starts so, and such lines may be long and many.
  if (text.startsWith('{')) return undefined;
  const first = text.charCodeAt(0);
  if (first >= zero && first <= nine) {
    // Most programs begin a line with the time: only what follows it tells who wrote that.
    return text.startsWith(' std', text.indexOf(' ')) ? kubernetes.exec(text)?.[0] : undefined;
  }
  if (text.startsWith(quote)) return quote;
  const blank = text.indexOf(' ');
  const month = blank === monthLength ? journal.exec(text)?.[0] : undefined;
  return month ?? (beginsBar(text, blank) ? compose.exec(text)?.[0] : undefined);
}

/** Whether a bar follows these spaces: no pattern is as fast, and most lines have none. */
function beginsBar(text: string, spaces: number): boolean {
  if (spaces < 0) return false;
  let at = spaces;
  while (text.charCodeAt(at) === space) at += 1;
  return text.charCodeAt(at) === bar;
}

/** Takes away colours and the other sequences of a terminal. */
export function stripColours(text: string): string {
  if (!text.includes(escapeChar)) return text;
  const [head = '', ...tails] = text.split(escapeChar);
  return head + tails.map(afterSequence).join('');
}

/** What follows the sequence that `tail` starts with, the escape character being gone already. */
function afterSequence(tail: string): string {
  // A title or a link: it ends at a bell, or at the next escape character.
  if (tail.startsWith(']')) return tail.includes(bell) ? tail.slice(tail.indexOf(bell) + 1) : '';
  if (tail.startsWith('\\')) return tail.slice(1);
  return tail.replace(escapeTail, '');
}
