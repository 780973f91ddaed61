// Builds the core once for every bug, with the bug's edits made in its sources. Files that neither
// an edit nor an edited import touches are the same for all bugs and stand in one place.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../packages/bugs/src/apply-edits.ts';
import type { Bug } from '../../packages/bugs/src/bug.ts';
import { bugs } from '../../packages/bugs/src/bugs.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const coreDirectory = join(root, 'packages', 'core', 'src');
const outDirectory = join(root, 'packages', 'bugs', 'dist', 'cores');
const stampFile = join(outDirectory, '.stamp');
/** Beside the folders of the bugs; no bug is called so. */
const shared = '_shared';

/** Sources or JavaScript by path below the core's sources. */
type Files = ReadonlyMap<string, string>;

function readSources(): Files {
  const files = readdirSync(coreDirectory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(coreDirectory, file), 'utf8')]));
}

/** Changes with anything that a patched core is made of, this program included. */
function stampOf(sources: Files): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(process.version);
  hash.update(JSON.stringify([[...sources], bugs]));
  return hash.digest('hex');
}

const relativeImport = /(\bfrom ')(\.[^']*)\.ts'/g;

/** The files of the core that `text`, which stands in `file`, imports. */
function importsOf(file: string, text: string): readonly string[] {
  return [...text.matchAll(relativeImport)].map(
    ([, , path = '']) => `${posix.join(posix.dirname(file), path)}.ts`,
  );
}

/** The edited files, and every file that imports one of them, directly or not. */
function affectedBy(bug: Bug, scripts: Files): ReadonlySet<string> {
  const affected = new Set(bug.edits.map(({ file }) => file));
  for (let before = 0; before !== affected.size; ) {
    before = affected.size;
    for (const [file, text] of scripts) {
      if (importsOf(file, text).some((path) => affected.has(path))) affected.add(file);
    }
  }
  return affected;
}

function patch(bug: Bug, file: string, text: string): string {
  try {
    return applyEdits(file, text, bug.edits);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`bug ${bug.name} no longer fits packages/core/src: ${reason}`);
  }
}

function buildBug(bug: Bug, sources: Files, scripts: Files): void {
  for (const { file } of bug.edits) {
    if (!sources.has(file)) {
      throw new Error(`bug ${bug.name}: packages/core/src has no ${file}`);
    }
  }
  const edited = new Set(bug.edits.map(({ file }) => file));
  const affected = new Set([...affectedBy(bug, scripts), 'core.ts']);
  for (const file of affected) {
    const script = edited.has(file)
      ? stripTypeScriptTypes(patch(bug, file, sources.get(file) ?? ''))
      : (scripts.get(file) ?? '');
    write(bug.name, file, script, (path) => (affected.has(path) ? bug.name : shared));
  }
}

/** Writes a file into a folder; `folderOf` names the folder that each of its imports leads to. */
function write(
  folder: string,
  file: string,
  script: string,
  folderOf: (path: string) => string,
): void {
  const target = join(outDirectory, folder, file.replace(/\.ts$/, '.js'));
  const here = posix.join(folder, posix.dirname(file));
  const linked = script.replace(relativeImport, (_, before: string, path: string) => {
    const imported = posix.join(posix.dirname(file), path);
    const there = posix.relative(here, posix.join(folderOf(`${imported}.ts`), imported));
    return `${before}${there.startsWith('.') ? there : `./${there}`}.js'`;
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, linked);
}

const sources = readSources();
const stamp = stampOf(sources);
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  rmSync(outDirectory, { recursive: true, force: true });
  // Without types, so that what only lends its types is no import.
  const scripts = new Map([...sources].map(([file, text]) => [file, stripTypeScriptTypes(text)]));
  for (const [file, script] of scripts) write(shared, file, script, () => shared);
  for (const bug of bugs) buildBug(bug, sources, scripts);
  writeFileSync(stampFile, stamp);
  process.stdout.write(`built ${bugs.length} patched cores in ${relative(root, outDirectory)}\n`);
}
