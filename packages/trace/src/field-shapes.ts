import type { FieldType } from './field-types.ts';

/** What a value of each shape has to be, in words that end the sentence "the field is not …". */
export const fieldShapes: Readonly<Record<FieldType, string>> = {
  text: 'a string',
  integer: 'an integer from 0 to 2^53-1',
  number: 'a finite number',
  flag: 'true or false',
  texts: 'an array of strings',
  range: 'an array of two numbers',
  role: 'a role',
  kind: 'a message kind',
  entries: 'an array of {term, hash}',
  settings: 'an object of cluster settings',
  links: 'an array of [from, to]',
};
