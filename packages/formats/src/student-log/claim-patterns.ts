const light =
  '(?:(?:has|have|been|is|am|i am|now|just|it|finally|successfully|succeeds?|succeeded|rf) ){0,3}';
const becomes =
  '(?:becom(?:es?|ing)|became|(?:convert|revert|turn|transit|transition|switch|transfer)' +
  '(?:s|es|ed|ing)?(?: state| role)? (?:in)?to|' +
  'chang(?:es?|ed|ing)(?: its)?(?: state| role)? (?:in)?to|(?:promoted|elected)(?: to| as)?|' +
  'now|to be)';
const article = '(?: the| a| an| new| as| be){0,3}';
const changes =
  String.raw`(?:chang|convert|transit|switch|turn|mov|goes|went)\w{0,6}` +
  '(?: its| my)?(?: state| role)?';
const anyRole = String.raw`[{[(]?(?:follower|candidate|precandidate|leader)[})\]]?`;
/** An arrow may also stand for a message: `Leader -> Follower 2`. */
const end = String.raw`(?=$|[,;.(\]})]| (?:for|in|at|of|with)\b)`;
const majority = '(?:maj(?:ority)?(?: of)?|more than half(?: of)?)(?: the)? votes?';
/** Many labs are done in Chinese. */
const becomesInChinese =
  '(?:已经?)?(?:成为|变成|变为|转为|转变为|转换为|切换为|当选为?|晋升为)了?新?的? ?';

/** The server leads. */
export const leads: readonly RegExp[] = all(
  ...becoming('leader', '领导'),
  String.raw`${light}(?:wins?|won)(?: the| an| this| its)? election\b`,
  String.raw`${light}(?:receiv(?:es?|ed)|gets?|got|gain(?:s|ed)?)(?: a| the)? ${majority}\b`,
  String.raw`${light}elected (?:for|in|at) (?:the )?term\b`,
  String.raw`${light}(?:wins?|won) (?:for|as) (?:the )?leader\b`,
  String.raw`has \d{1,3} votes\b[^;]{0,60} and is (?:now )?(?:the )?leader\b`,
  // What `GetState` found: it holds the lock that guards both.
  String.raw`(?:GetState\b[^;]{0,40})?[,;:]? ?is[ _]?leader(?: is |[ :=]{1,3})true\b`,
);
/** It is a candidate. */
export const stands: readonly RegExp[] = all(...becoming('candidate', '候选'));
/** It follows. */
export const yields: readonly RegExp[] = all(
  ...becoming('follower', '(?:跟随|追随)'),
  String.raw`${light}step(?:s|ped|ping) down\b`,
);
/** It asks for votes. */
export const campaigns: readonly RegExp[] = all(
  String.raw`${light}(?:start|begin|launch|initiat)\w{0,4}` +
    String.raw`(?: a| an| the| new| leader){0,3} elect(?:ion)?\b`,
);
/** Its election timer fired. */
export const expires: readonly RegExp[] = all(
  String.raw`(?:election )?(?:timer|timeout) (?:has )?(?:elaps|expir|fir)(?:es|ed)\b`,
  String.raw`election (?:timed out|timeout)\b`,
);

const peer =
  String.raw`[[{(]?(?:S(?=\d)|(?:raft)?(?:server|node|raft|peer|candidate|replica|rf)` +
  String.raw`(?: ?[:=#-] ?| )?)?[[{(]?((?:[A-Za-z]{1,8}-?)?\d{1,5})(?!\w|\.\d)[\])}]?`;
const theVote = '(?: its| my| the| a| his)?';
const voting =
  `(?:vot(?:es|ed|ing|e) (?:for|to)|grant(?:s|ed|ing)?${theVote} votes? (?:to|for)|` +
  `g(?:ave|ives?|iving)${theVote} vote to|cast(?:s|ing)?${theVote} vote (?:for|to))`;
const votingInChinese = '(?:投票|投|把票投|将票投)给 ?';

/** It gives its vote to the server that the first group names. */
export const votes: RegExp = one(
  `${light}(?:decid(?:es?|ed) to )?(?:${voting} |${votingInChinese})${peer}`,
);
/** It got the vote of that server. */
export const counts: RegExp = one(
  `${light}(?:receiv(?:es?|ed)|gets?|got)(?: a| the)?(?: granted)? vote from ${peer}`,
);
/** It denies that server its vote. */
export const refuses: RegExp = one(
  `${light}(?:reject(?:s|ed|ing)?|refus(?:es?|ed|ing)|den(?:y|ies|ied|ying))` +
    `(?: to| grant| giving| a| the){0,4} (?:vote|voting)(?: request)? (?:to|for|from|of) ${peer}`,
);
/** The term right behind a vote. */
export const termBehind: RegExp = one(
  '(?: as (?:the )?leader)?' +
    String.raw`[ ,;:]{0,3}\(?(?:(?:in|at|for|on|of|with) )?(?:the |my |its |current |new ){0,2}` +
    String.raw`(?:current|args\.?|new)?_?(?:term[ :=]{0,3}|T:? ?(?=\d))\(?(\d{1,9})(?!\w|\.\d)`,
);

/** The term for which it stands, where the words say that it is the new one, or count its votes. */
export const standsIn: readonly RegExp[] = all(
  String.raw`${light}(?:start|begin|launch|initiat|campaign)\w{0,5} [^,;.]{0,40}\bnew term` +
    String.raw`[ :=]{0,3}(\d{1,9})(?!\w|\.\d)`,
  String.raw`${light}(?:receiv(?:es?|ed)|gets?|got|collect(?:s|ed)?)?(?: a total of)? ?\d{1,3} ` +
    String.raw`votes? (?:in|for|at|of|with) (?:the )?term[ :=]{0,3}(\d{1,9})(?!\w|\.\d)`,
);

const moves = String.raw`(?:updat|advanc|refresh|chang|mov|increas|set|rais)\w{0,4} `;
const commitIndex = String.raw`(?:its |my |the |rf\.?)?commit ?_?(?:index|idx)`;
/** commitIndex moves from the first group to the second. */
export const commits: RegExp = one(
  String.raw`${light}(?:leader |follower )?(?:${moves})?${commitIndex}:? ` +
    String.raw`(?:is )?(?:updated |advanced |changed )?(?:from )?` +
    String.raw`(\d{1,12}) ?(?:->|=>|to) ?(\d{1,12})(?!\w|\.\d)`,
);

/** Said of a claim, each of these takes it back, or puts it into another time. */
export const doubt: RegExp = new RegExp(
  String.raw`\b(?:not|never|no longer|cannot|can|could|should|would|will|want(?:s|ed)?|try|tries|` +
    'tried|trying|fail(?:s|ed|ure)?|unless|if|when|before|only|already|reject(?:s|ed)?|' +
    'refus(?:es|ed)|denied|false|stale|outdated|again|instead|lost|loses|about to|going to)' +
    String.raw`\b|n't\b|\?`,
  'i',
);
/** A term, and in the second group a sign that it moves to another. */
export const anyTerm: RegExp = new RegExp(
  String.raw`(?<![A-Za-z.])(?:current_?|new |args\.)?` +
    String.raw`(?:terms?(?: is|[ ,]?[:=(])? ?\(?|T(?:: ?)?(?=\d))(\d{1,9})(?!\w|\.\d)` +
    String.raw`( ?(?:->|=>|to) ?\d)?`,
  'gi',
);
/** Right before a term, these say that it is another's, or an entry's. */
export const notOwn: RegExp =
  /(?:last|prev(?:ious)?|log|old|entry|stale|their|leader'?s?)[ _]?(?:log )?$/i;

function becoming(role: string, inChinese: string): readonly string[] {
  return [
    String.raw`${becomesInChinese}(?:${role}\b|${inChinese}[者人])`,
    String.raw`${light}${becomes}${article} ${role}\b`,
    String.raw`${changes} from ${anyRole} ?(?:->|=>|to) ?[{[(]?${role}\b`,
    `${anyRole} ?(?:->|=>) ?${role}${end}`,
    `(?:->|=>) ?${role}${end}`,
  ];
}

function one(pattern: string): RegExp {
  return new RegExp(`^${pattern}`, 'i');
}

function all(...patterns: readonly string[]): readonly RegExp[] {
  return patterns.map(one);
}
