import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Makes a file that is whole as soon as it is there, and that only one of several machines makes;
 * false where it was there already. File systems that machines share make a link at once.
 */
export function createShared(path: string, content: unknown, by: string): boolean {
  const draft = `${path}.${by}.draft`;
  writeFileSync(draft, `${JSON.stringify(content)}\n`);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What a shared file says; undefined where it is not there, or is no such file. */
export function readShared<Content>(
  path: string,
  isContent: (value: unknown) => value is Content,
): Content | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isContent(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
