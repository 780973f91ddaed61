import process from 'node:process';
import { addAbortSignal } from 'node:stream';
import type { Source } from './source.ts';

/** Standard input, called `-`; it can be read only once. */
export const stdinSource: Source = {
  name: '-',
  open: (signal) => (signal ? addAbortSignal(signal, process.stdin) : process.stdin),
};
