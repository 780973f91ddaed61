import { accessSync, constants } from 'node:fs';

/**
 * The command as it is started: one word with blanks in it is a line for the shell, as `loop` takes
 * it, unless there is a file of that name.
 */
export function childCommand(words: readonly string[]): readonly string[] {
  const [line = ''] = words;
  if (words.length !== 1 || !/\s/.test(line) || isFile(line)) return words;
  return ['/bin/sh', '-c', line];
}

function isFile(path: string): boolean {
  try {
    accessSync(path, constants.F_OK);
    return true;
  } catch {
    return false;
  }
}
