import type { ClusterSettings, EntryId, FieldType, FieldTypes, Link } from './field-types.ts';
import { printNumber } from './print-number.ts';
import { printText } from './print-text.ts';

/** Prints a value of each shape as JSON. */
export const fieldPrinters: {
  readonly [Type in FieldType]: (value: FieldTypes[Type]) => string;
} = {
  text: printText,
  integer: printNumber,
  number: printNumber,
  flag: (value) => (value ? 'true' : 'false'),
  texts: (values) => printList(values, printText),
  range: printRange,
  role: printText,
  kind: printText,
  entries: (entries) => printList(entries, printEntry),
  settings: printSettings,
  links: (links) => printList(links, printLink),
};

function printList<Item>(items: readonly Item[], print: (item: Item) => string): string {
  let list = '[';
  for (const item of items) list += list.length === 1 ? print(item) : `,${print(item)}`;
  return `${list}]`;
}

function printRange([min, max]: readonly [number, number]): string {
  return `[${printNumber(min)},${printNumber(max)}]`;
}

function printEntry({ term, hash }: EntryId): string {
  const head = `{"term":${printNumber(term)}`;
  return hash === undefined ? `${head}}` : `${head},"hash":${printText(hash)}}`;
}

function printLink([from, to]: Link): string {
  return `[${printText(from)},${printText(to)}]`;
}

function printSettings(settings: ClusterSettings): string {
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
