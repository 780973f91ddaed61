import { type FieldType, messageKinds, type Role, roles } from '@raftlens/trace';
import { raftNumber } from '../raft-number.ts';

/** Shapes of fields that text of a line can be made into. */
export const textualTypes: ReadonlySet<FieldType> = new Set([
  'text',
  'integer',
  'number',
  'flag',
  'texts',
  'role',
  'kind',
  'entries',
]);

const flags: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  granted: true,
  ok: true,
  false: false,
  no: false,
  '0': false,
  denied: false,
  rejected: false,
};

/**
 * Makes the text of a group into a field: lists by commas or spaces, entries as `TERM` or
 * `TERM:HASH`; undefined where it is no such thing. `words` are the names that a log has for roles.
 */
export function fieldValue(
  type: FieldType,
  text: string,
  words: ReadonlyMap<string, Role>,
): unknown {
  switch (type) {
    case 'text':
      return text === '' ? undefined : text;
    case 'integer':
      return /^\d{1,16}$/.test(text) ? raftNumber(text) : undefined;
    case 'number':
      return /^-?\d{1,20}(?:\.\d{1,20})?$/.test(text) ? Number(text) : undefined;
    case 'flag': {
      const word = text.toLowerCase();
      return Object.hasOwn(flags, word) ? flags[word] : undefined;
    }
    case 'texts':
      return listOf(text);
    case 'role':
      return words.get(text) ?? roles.find((role) => role === text.toLowerCase());
    case 'kind':
      return messageKinds.find((kind) => kind.toLowerCase() === text.toLowerCase());
    case 'entries':
      return entriesOf(text);
    default:
      return undefined;
  }
}

function listOf(text: string): readonly string[] {
  return text.split(/[\s,]/).filter((item) => item !== '');
}

function entriesOf(text: string): unknown {
  const entries: { readonly term: number; readonly hash?: string }[] = [];
  for (const item of listOf(text)) {
    const [digits, hash] = item.split(':', 2);
    const term = /^\d{1,16}$/.test(digits ?? '') ? raftNumber(digits) : undefined;
    if (term === undefined) return undefined;
    entries.push(hash === undefined ? { term } : { term, hash });
  }
  return entries;
}
