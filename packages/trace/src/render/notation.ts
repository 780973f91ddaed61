import type { Envelope } from '../envelope.ts';
import { escapeText } from '../escape-text.ts';
import type { EventName, EventOf } from '../trace-event.ts';

// The notation of one-line renderings: `n1@3` is a server and its term, `7@2` a log index and the
// term of the entry there, `→` a message, `⇒` a transition. Whatever a trace says in words of its
// own is escaped and cut here, so that one event is one line of bounded length.

const longestName = 40;
const longestText = 200;
const mostListed = 9;

/** Renders the events of some names: what follows the server that they are about. */
export type Renderers<Names extends EventName> = {
  readonly [Name in Names]: (event: EventOf<Name>) => string;
};

/** The server that an event is about, as `n1@3` or `group/n1@3`; empty for the harness. */
export function who({ node, term, group }: Envelope): string {
  if (node === undefined) return '';
  const server = group === undefined ? name(node) : `${name(group)}/${name(node)}`;
  return at(server, term);
}

/** A name or id from a trace, safe to show. */
export function name(text: string): string {
  return escapeText(text, longestName);
}

/** Longer words from a trace, safe to show. */
export function words(text: string): string {
  return escapeText(text, longestText);
}

/** `7@2`, or as much of it as is known. */
export function at(subject: number | string | undefined, term: number | undefined): string {
  return term === undefined ? `${subject ?? '?'}` : `${subject ?? '?'}@${term}`;
}

/** `{n1 n2 n3}`; of a long list only its start, and how many more there are. */
export function names(list: readonly string[]): string {
  const shown = list.slice(0, mostListed).map(name);
  if (list.length > mostListed) shown.push(`+${list.length - mostListed}`);
  return `{${shown.join(' ')}}`;
}

/** `3 entries`, `1 entry`. */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** Joins what is known with spaces. */
export function sentence(...parts: readonly (string | undefined)[]): string {
  return known(parts).join(' ');
}

/** A remark in parentheses; undefined when there is nothing to say. */
export function remark(...parts: readonly (string | undefined)[]): string | undefined {
  const told = known(parts);
  return told.length === 0 ? undefined : `(${told.join(', ')})`;
}

/** Puts a word before what may be unknown: `commit 5`, or nothing. */
export function told<Value>(
  word: string,
  value: Value | undefined,
  show: (value: Value) => string = String,
): string | undefined {
  return value === undefined ? undefined : `${word} ${show(value)}`;
}

/** Why something happened, in a trace's own words. */
export function cause(text: string | undefined): string | undefined {
  return text === undefined ? undefined : words(text);
}

function known(parts: readonly (string | undefined)[]): readonly string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '');
}
