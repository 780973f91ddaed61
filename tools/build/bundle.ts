// Puts the modules of each package together, a file for each way into it: a program then loads a
// few dozen files instead of a thousand, and starts sooner. What the compiler made stays
// beside them, for threads and for whoever debugs.
import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { packageFolders } from '../bootstrap/fingerprint.mjs';

/** Below `dist`, where the files go. */
const folderName = 'bundle';

for (const folder of packageFolders()) await bundle(join(folder, 'dist'), manifestOf(folder));

/** The part of a package.json that names its ways in. */
interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly bin?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function bundle(dist: string, { exports, bin }: Manifest): Promise<void> {
  const targets = Object.values(exports).flatMap((way) =>
    typeof way === 'string' ? [] : [basename(way.default, '.js')],
  );
  const names = bin === undefined ? targets : [...targets, 'cli'];
  const build = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, join(dist, `${name}.js`)])),
    platform: 'node',
    // Other packages are put together by themselves, and libraries stay where they are.
    external: (id) => /^[^./]/.test(id),
    plugins: [originalPlaces(join(dist, folderName))],
  });
  await build.write({ dir: join(dist, folderName), format: 'esm', cleanDir: true });
  await build.close();
}

/** Files that a module looks for beside itself are beside the one that the compiler made. */
function originalPlaces(folder: string): Plugin {
  const own = 'import.meta.url';
  return {
    name: 'original-places',
    transform(code, id) {
      if (!code.includes(own)) return null;
      const place = relative(folder, id).replaceAll(sep, '/');
      return { code: code.replaceAll(own, `new URL(${JSON.stringify(place)}, ${own}).href`) };
    },
  };
}
