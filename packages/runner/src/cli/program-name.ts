import { existsSync } from 'node:fs';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import { shellWord } from './shell-word.ts';

/** Where this program was started. */
export interface ProgramPlace {
  readonly cwd: string;
  /** The PATH variable. */
  readonly path: string;
  /** The script that Node runs. */
  readonly script: string;
}

/**
 * How to call this program from here, so that a printed command can be pasted: by its name where it
 * is on the PATH, else by the shim of the nearest workspace, else by the shim of the workspace that
 * the script is in, else by way of node.
 */
export function programName(name: string, { cwd, path, script }: ProgramPlace): string {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  // npm and npx put the shims on the PATH only for what they start themselves.
  const lasting = folders.filter((folder) => !folder.includes(`node_modules${sep}`));
  if (lasting.some((folder) => existsSync(join(folder, name)))) return name;
  const shim = nearestShim(name, cwd) ?? nearestShim(name, dirname(script));
  if (shim === undefined) return `node ${shellWord(script)}`;
  const way = relative(cwd, shim);
  if (way.length > shim.length) return shellWord(shim);
  return shellWord(way.startsWith('..') ? way : `.${sep}${way}`);
}

function nearestShim(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const shim = join(folder, 'node_modules', '.bin', name);
    if (existsSync(shim)) return shim;
    if (dirname(folder) === folder) return undefined;
  }
}
