import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';

/** Where the core that was agreed upon stands, from the root of the repository. */
export const agreedCorePath = 'packages/bugs/agreed-core.gen.txt';

const heading = '// file: ';
const preface =
  '// The core as it was agreed upon, without types and comments. `npm run fix` makes it anew;\n' +
  '// until then a changed core is held to this one, step by step, wherever chaos runs it.\n';

/** The sources of the core, by path below `folder`. */
export function sourcesOfCore(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** A core in one text: what it does, and nothing of how it is explained. */
export function textOfCore(sources: ReadonlyMap<string, string>): string {
  const parts = [...sources].map(([file, source]) => `${heading}${file}\n${bare(source)}`);
  return preface + parts.join('');
}

/** The scripts of a core by path, from its text. */
export function scriptsIn(text: string): ReadonlyMap<string, string> {
  const parts = text.split(new RegExp(`^${heading}`, 'm')).slice(1);
  return new Map(
    parts.map((part) => {
      const [file = '', ...lines] = part.split('\n');
      return [file, lines.join('\n')] as const;
    }),
  );
}

/** A script without types, comments on lines of their own, and empty lines. */
function bare(source: string): string {
  const lines = stripTypeScriptTypes(source).split('\n');
  const kept = lines.filter((line) => /\S/.test(line) && !/^ *(?:\/\/|\/\*|\*)/.test(line));
  // Where a type stood there are as many spaces as it was long.
  return kept.map((line) => `${line.trimEnd().replace(/(?<=\S) {2,}/g, ' ')}\n`).join('');
}
