import { followFile } from '../follow/follow-file.ts';
import { followStream } from '../follow/follow-stream.ts';
import { fileSource } from '../input/file-source.ts';
import type { Source } from '../input/source.ts';
import { stdinSource } from '../input/stdin-source.ts';

/** What to read for the files that the user names; with `follow`, as they grow. */
export function sourcesOf(files: readonly string[], follow: boolean): readonly Source[] {
  return files.map((file) => {
    if (file === '-') return follow ? followStream(stdinSource) : stdinSource;
    return follow ? followFile(file) : fileSource(file);
  });
}
