import { posix } from 'node:path';
import type { Finding } from '../finding.ts';
import { isCode, type SourceFile } from '../source-file.ts';

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const drawers = /^(?:utils?|helpers?|common|misc|shared|stuff)(?:\.|$)/;

/** A file is named after the one thing in it; a name that fits anything collects everything. */
export function fileName({ path }: SourceFile): readonly Finding[] {
  if (!isCode(path)) return [];
  const name = posix.basename(path);
  if (!kebabCase.test(name)) {
    return [{ path, what: 'the name is not in kebab-case', fix: 'write words-with-hyphens' }];
  }
  if (path.split('/').some((part) => drawers.test(part))) {
    return [{ path, what: 'the name says nothing', fix: 'name it after what it does' }];
  }
  return [];
}
