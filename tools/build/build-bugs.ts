// Builds the core once for every bug, with the bug's edits made in its sources.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../packages/bugs/src/apply-edits.ts';
import type { Bug } from '../../packages/bugs/src/bug.ts';
import { bugs } from '../../packages/bugs/src/bugs.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const coreDirectory = join(root, 'packages', 'core', 'src');
const outDirectory = join(root, 'packages', 'bugs', 'dist', 'cores');
const stampFile = join(outDirectory, '.stamp');

interface Source {
  readonly file: string;
  readonly text: string;
}

function readSources(): readonly Source[] {
  return readdirSync(coreDirectory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(coreDirectory, file), 'utf8') }));
}

/** Changes with anything that a patched core is made of, this program included. */
function stampOf(sources: readonly Source[]): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(process.version);
  hash.update(JSON.stringify([sources, bugs]));
  return hash.digest('hex');
}

function buildBug(bug: Bug, sources: readonly Source[]): void {
  for (const edit of bug.edits) {
    if (!sources.some((source) => source.file === edit.file)) {
      throw new Error(`bug ${bug.name}: packages/core/src has no ${edit.file}`);
    }
  }
  for (const { file, text } of sources) {
    const target = join(outDirectory, bug.name, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, toJavaScript(patch(bug, file, text)));
  }
}

function patch(bug: Bug, file: string, text: string): string {
  try {
    return applyEdits(file, text, bug.edits);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`bug ${bug.name} no longer fits packages/core/src: ${reason}`);
  }
}

function toJavaScript(text: string): string {
  return stripTypeScriptTypes(text).replace(/(from '\.[^']*)\.ts'/g, "$1.js'");
}

const sources = readSources();
const stamp = stampOf(sources);
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  rmSync(outDirectory, { recursive: true, force: true });
  for (const bug of bugs) buildBug(bug, sources);
  writeFileSync(stampFile, stamp);
  process.stdout.write(`built ${bugs.length} patched cores in ${relative(root, outDirectory)}\n`);
}
