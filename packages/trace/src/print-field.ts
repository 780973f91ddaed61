import type { ClusterSettings, EntryId, Link } from './field-types.ts';
import { printNumber } from './print-number.ts';
import { printText } from './print-text.ts';

/** Prints a list of strings as JSON. */
export function printTexts(texts: readonly string[]): string {
  return printList(texts, printText);
}

/** Prints the identities of entries as JSON. */
export function printEntries(entries: readonly EntryId[]): string {
  return printList(entries, printEntry);
}

/** Prints directed links as JSON. */
export function printLinks(links: readonly Link[]): string {
  return printList(links, printTexts);
}

/** Prints the two ends of a range as JSON. */
export function printRange(range: readonly [number, number]): string {
  return printList(range, printNumber);
}

/** Prints a cluster's settings as JSON, only those that are known. */
export function printSettings(settings: ClusterSettings): string {
  const { electionTimeoutMs, heartbeatIntervalMs, preVote, checkQuorum } = settings;
  const members: string[] = [];
  if (electionTimeoutMs !== undefined) {
    members.push(`"electionTimeoutMs":${printRange(electionTimeoutMs)}`);
  }
  if (heartbeatIntervalMs !== undefined) {
    members.push(`"heartbeatIntervalMs":${printNumber(heartbeatIntervalMs)}`);
  }
  if (preVote !== undefined) members.push(`"preVote":${preVote}`);
  if (checkQuorum !== undefined) members.push(`"checkQuorum":${checkQuorum}`);
  return `{${members.join(',')}}`;
}

function printList<Item>(items: readonly Item[], print: (item: Item) => string): string {
  let list = '[';
  for (const item of items) list += list.length === 1 ? print(item) : `,${print(item)}`;
  return `${list}]`;
}

function printEntry({ term, hash }: EntryId): string {
  const head = `{"term":${printNumber(term)}`;
  return hash === undefined ? `${head}}` : `${head},"hash":${printText(hash)}}`;
}
