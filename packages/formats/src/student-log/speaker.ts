/** Who a line is of, and what it says before it comes to the point. */
export interface Spoken {
  /** As it is printed, without what stands around it: `1`, `n2`. */
  readonly id: string;
  /** The term that stands beside the name; undefined where none does, or two. */
  readonly term: number | undefined;
  /** The rest of the line. */
  readonly words: string;
  /** Only a number says who it is: believed where the words leave no doubt. */
  readonly bare: boolean;
}

/** What printers put first: colours of their own, a topic, a level, a rule of stars. */
const before: readonly RegExp[] = [
  /^[^\w[{(<]{1,40}/,
  /^[[(](?:[A-Za-z]{2,20}[ _-]?){1,3}[-+*=#!~]{0,20}[\])]/,
  /^[A-Z][A-Z0-9_]{3} {1,4}(?=[[({]?[A-Za-z\d])/,
  /^(?:tick|time)[ :=]{1,2}\d{1,9}[:,]? /i,
  /^(?:DEBUG|INFO|WARN|TRACE|ERROR)\b[:\]]?/,
  /^state of (?=server|node|peer|raft)/i,
];
const termFirst = /^[[({]?(?:term[ :=]{0,2}|T:?)(\d{1,9})[\])}]?(?=[\W_])/i;

const nouns =
  '(?:raft[ _-]?(?:server|node|peer)|server|node|raft|peer|replica|candidate|leader|follower|' +
  'machine|instance|member|process|rf|cm|id|me)';
const named = new RegExp(
  String.raw`^[[{(]{0,2}@?(?:S|${nouns}(?: ?[:=#-] ?| ?[[(]| ))` +
    String.raw`((?:[A-Za-z]{1,8}-?)?\d{1,5})(?!\w|\.\d)`,
  'i',
);
const bracketed = /^[[{(](\d{1,5})(?=[\])}:,|; -])/;
const bare = /^(\d{1,5})(?=:? [A-Za-z]|: ?\[| ?[成变转当])/;

/** What may stand between a name and what it does, piece by piece. */
const between: readonly RegExp[] = [
  // `[Raft 2 {3}]`: nothing says what the number counts.
  /^ ?\{\d{1,9}\}(?=[\])])/,
  // Not the dash of an arrow: `Candidate -> Leader`.
  /^[\s,:;|\])}({[]{1,40}/,
  /^-{1,40}(?![->\d])/,
  // `[Node 2] *** becomes leader ***`
  /^[*#~=+]{2,40} (?=\S)/,
  /^(?:state|role|status)(?: is |[ :=]{1,2})\w{1,12}/i,
  /^(?:leader|follower|candidate)(?=[\])},:;|])/i,
  /^(?!term|T:|commit|vote)[A-Za-z]{1,20}[:=]\d{1,12}(?=[\])},;| ])/i,
];
const termBeside = new RegExp(
  String.raw`^(?:(?:at|in|on|of) )?(?:the )?(?:cur(?:rent)?[ _]?)?` +
    String.raw`(?:term[ :=]{0,3}|T:?(?=\d))\(?(\d{1,9})\)?(?!\w|\.\d)`,
  'i',
);

const mostPieces = 12;

/** Takes the name off a line; undefined where the line does not begin with one. */
export function readSpeaker(line: string): Spoken | undefined {
  const terms = new Set<number>();
  let rest = line;
  for (let piece = 0; piece < mostPieces; piece += 1) {
    const term = termFirst.exec(rest);
    const pattern = term === null ? before.find((each) => each.test(rest)) : undefined;
    if (term !== null) terms.add(Number(term[1]));
    else if (pattern === undefined || isNamed(rest)) break;
    rest = rest.slice((term ?? pattern?.exec(rest))?.[0].length ?? 0);
  }
  // `[3] Server 1`: what the number counts is not said, and who it is of is.
  const number = /^[[(]\d{1,9}[\])][ :]{1,3}/.exec(rest)?.[0] ?? '';
  if (named.test(rest.slice(number.length))) rest = rest.slice(number.length);
  const match = named.exec(rest) ?? bracketed.exec(rest) ?? bare.exec(rest);
  if (match === null) return undefined;
  let words = takeTerms(rest.slice(match[0].length), terms);
  if (rest.startsWith('[')) words = leaveBracket(words, terms);
  // `[S1][LEADER] S1 sends ...`
  const again = /^[A-Z]{3,12}\] (?=S)/.exec(words)?.[0] ?? '';
  const twice = named.exec(words.slice(again.length));
  if (twice !== null && twice[1] === match[1]) {
    words = takeTerms(words.slice(again.length + twice[0].length), terms);
  }
  const [term] = terms;
  return {
    id: match[1] ?? '',
    term: terms.size === 1 ? term : undefined,
    words,
    bare: !named.test(rest) && !bracketed.test(rest),
  };
}

const heldState = /^[^\][]{1,250}\] (?:[A-Za-z]{1,12}: ?)?/;

/** `[id=3 state=2 at term = 1 votedFor 3 commitIndex = 0] event: ...`: the state comes first. */
function leaveBracket(words: string, terms: Set<number>): string {
  const held = heldState.exec(words)?.[0];
  // Without such pairs it may be a sentence of its own.
  if (held === undefined || !/\w ?= ?\d/.test(held)) return words;
  for (const [, term] of held.matchAll(/\bterm ?[:=] ?(\d{1,9})(?!\w)/gi)) terms.add(Number(term));
  return words.slice(held.length);
}

function isNamed(text: string): boolean {
  return named.test(text) || bracketed.test(text);
}

/** What follows the name and what is said of the server beside it. */
function takeTerms(text: string, terms: Set<number>): string {
  let rest = text;
  for (let piece = 0; piece < mostPieces; piece += 1) {
    const term = termBeside.exec(rest);
    if (term !== null) terms.add(Number(term[1]));
    const match = term ?? between.map((each) => each.exec(rest)).find((each) => each !== null);
    if (match === undefined) break;
    rest = rest.slice(match[0].length);
  }
  return rest;
}
