import { expect, test } from 'vitest';
import { systemWords } from '../src/system-words.ts';

function refused(message: string, more: object): Error {
  return Object.assign(new Error(message), more);
}

test.each<[message: string, more: object, words: string]>([
  [
    'ENOSPC: no space left on device, write',
    { code: 'ENOSPC' },
    'ENOSPC: no space left on device, write; the disk is full: free some space, then go on with --resume',
  ],
  [
    "EACCES: permission denied, mkdir '/r'",
    { code: 'EACCES', path: '/r' },
    "EACCES: permission denied, mkdir '/r'; --out names another folder",
  ],
  ['kill EPERM', { code: 'EPERM' }, 'kill EPERM'],
  [
    "EMFILE: too many open files, scandir 'a'",
    { code: 'EMFILE', path: 'a' },
    "EMFILE: too many open files, scandir 'a'; raise `ulimit -n`, or run fewer at a time with -p",
  ],
  [
    "Unknown error: Too many open files 'a'",
    {},
    "Unknown error: Too many open files 'a'; raise `ulimit -n`, or run fewer at a time with -p",
  ],
  ['no such thing', { code: 'ENOENT', path: 'a' }, 'no such thing'],
])('%s', (message, more, words) => {
  expect(systemWords(refused(message, more))).toBe(words);
});
