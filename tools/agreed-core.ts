import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';
import { diff } from 'node:util';

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

/** Lines of the core that are not those of the agreed one. */
export interface CoreChange {
  readonly file: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** Where a core differs from the agreed one: each place of each file, in their order. */
export function changesOf(
  sources: ReadonlyMap<string, string>,
  agreedText: string,
): readonly CoreChange[] {
  const agreed = scriptsIn(agreedText);
  const current = scriptsIn(textOfCore(sources));
  return [...new Set([...agreed.keys(), ...current.keys()])].flatMap((file) =>
    placesIn(linesOf(agreed.get(file)), linesOf(current.get(file))).map((place) => ({
      file,
      ...place,
    })),
  );
}

type Place = Pick<CoreChange, 'was' | 'is'>;

/** Lines that follow each other and are not in the other script, with what stands there. */
function placesIn(was: readonly string[], is: readonly string[]): readonly Place[] {
  const places: { was: string[]; is: string[] }[] = [];
  let open: (typeof places)[number] | undefined;
  for (const [side, line] of diff(is, was)) {
    if (side === 0) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = { was: [], is: [] };
      places.push(open);
    }
    (side === 1 ? open.is : open.was).push(line);
  }
  return places;
}

function linesOf(script: string | undefined): readonly string[] {
  return script === undefined ? [] : script.split('\n').map((line) => line.trim());
}

/** A script without types, comments on lines of their own, and empty lines. */
function bare(source: string): string {
  const lines = stripTypeScriptTypes(source).split('\n');
  const kept = lines.filter((line) => /\S/.test(line) && !/^ *(?:\/\/|\/\*|\*)/.test(line));
  // Where a type stood there are as many spaces as it was long.
  return kept.map((line) => `${line.trimEnd().replace(/(?<=\S) {2,}/g, ' ')}\n`).join('');
}
