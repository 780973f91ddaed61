// Builds the core once for every bug, with the bug's edits made in its sources. Files that neither
// an edit nor an edited import touches are the same for all bugs and stand in one place. Where the
// core is not the one that was agreed upon, that one is built beside them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../packages/bugs/src/apply-edits.ts';
import type { Bug } from '../../packages/bugs/src/bug.ts';
import { bugs } from '../../packages/bugs/src/bugs.ts';
import { agreedCorePath, changesOf, scriptsIn, sourcesOfCore, textOfCore } from '../agreed-core.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const coreDirectory = join(root, 'packages', 'core', 'src');
const outDirectory = join(root, 'packages', 'bugs', 'dist', 'cores');
const stampFile = join(outDirectory, '.stamp');
/** Beside the folders of the bugs; no bug is called so. */
const shared = '_shared';
/** There only while the core is another one. */
const agreed = '_agreed';

/** Sources or JavaScript by path below the core's sources. */
type Files = ReadonlyMap<string, string>;

/** Changes with anything that a patched core is made of, this program included. */
function stampOf(sources: Files): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(process.version);
  hash.update(JSON.stringify([[...sources], bugs, agreedText]));
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

/** Why a bug does not fit the core; undefined when it does. */
function misfitOf(bug: Bug, sources: Files): string | undefined {
  for (const { file } of bug.edits) {
    const text = sources.get(file);
    if (text === undefined) return `there is no ${file}`;
    try {
      applyEdits(file, text, bug.edits);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}

function buildBug(bug: Bug, sources: Files, scripts: Files): void {
  const edited = new Set(bug.edits.map(({ file }) => file));
  const affected = new Set([...affectedBy(bug, scripts), 'core.ts']);
  for (const file of affected) {
    const script = edited.has(file)
      ? stripTypeScriptTypes(applyEdits(file, sources.get(file) ?? '', bug.edits))
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

/** Builds the agreed core where this one is not the same. */
function buildAgreed(sources: Files): void {
  if (textOfCore(sources) === agreedText) return;
  for (const [file, script] of scriptsIn(agreedText)) write(agreed, file, script, () => agreed);
  const changes = JSON.stringify(changesOf(sources, agreedText));
  writeFileSync(join(outDirectory, agreed, 'changes.json'), changes);
  process.stdout.write(`the core is not the agreed one: chaos holds it to ${agreedCorePath}\n`);
}

const agreedFile = join(root, agreedCorePath);
const agreedText = existsSync(agreedFile) ? readFileSync(agreedFile, 'utf8') : '';
const sources = sourcesOfCore(coreDirectory);
const stamp = stampOf(sources);
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  rmSync(outDirectory, { recursive: true, force: true });
  // Without types, so that what only lends its types is no import.
  const scripts = new Map([...sources].map(([file, text]) => [file, stripTypeScriptTypes(text)]));
  for (const [file, script] of scripts) write(shared, file, script, () => shared);
  let built = 0;
  for (const bug of bugs) {
    const misfit = misfitOf(bug, sources);
    // A core that somebody tries something in is built all the same; tests hold all bugs to it.
    if (misfit !== undefined) {
      process.stderr.write(`left out, as it does not fit the core: bug ${bug.name}: ${misfit}\n`);
      continue;
    }
    buildBug(bug, sources, scripts);
    built += 1;
  }
  if (agreedText !== '') buildAgreed(sources);
  writeFileSync(stampFile, stamp);
  process.stdout.write(`built ${built} patched cores in ${relative(root, outDirectory)}\n`);
}
