import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import type { SourceFile } from './source-file.ts';

/** No text that people write is longer; recorded logs may be, and break no law by their length. */
const maxBytes = 8 * 1024 * 1024;

/** Every text file that git tracks or would track: a new file is judged before it is added. */
export function readSources(): readonly SourceFile[] {
  const listing = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = new Set(listing.split('\0').filter((path) => path !== ''));
  return [...paths].sort().flatMap((path) => {
    const text = readText(join(root, path));
    return text === undefined ? [] : [{ path, text }];
  });
}

/** The text, or undefined for a file that is binary, too long, a link, or just removed. */
function readText(file: string): string | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size > maxBytes) return undefined;
  const text = readFileSync(file, 'utf8');
  return text.includes('\0') ? undefined : text;
}
