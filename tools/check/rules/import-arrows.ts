import { posix } from 'node:path';
import { arrows, packageFolder } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import { type Import, importsOf } from '../imports.ts';
import { isCode, type SourceFile } from '../source-file.ts';

const scope = '@raftlens/';

/** Law 1: packages lean on each other only as the table of arrows says, and by name. */
export function importArrows(file: SourceFile): readonly Finding[] {
  const folder = packageFolder(file.path);
  if (!isCode(file.path) || (folder === undefined && !file.path.startsWith('test/'))) return [];
  if (folder !== undefined && arrows[folder] === undefined) {
    return [
      {
        path: file.path,
        what: `packages/${folder} is not in the table of arrows`,
        fix: 'add it to tools/check/arrows.ts and to ARCHITECTURE.md',
      },
    ];
  }
  return importsOf(file).flatMap((each) => {
    const broken = each.specifier.startsWith('.')
      ? leavesPackage(file.path, each)
      : breaksArrow(folder, each);
    return broken === undefined ? [] : [{ path: file.path, line: each.line, ...broken }];
  });
}

type Broken = Pick<Finding, 'what' | 'fix'>;

function leavesPackage(path: string, { specifier }: Import): Broken | undefined {
  const from = packageFolder(path);
  const to = packageFolder(`${posix.join(posix.dirname(path), specifier)}/`);
  const stays = from === undefined ? to === undefined : to === from;
  if (stays) return undefined;
  return { what: `${specifier} leaves its package`, fix: 'import the other package by its name' };
}

function breaksArrow(folder: string | undefined, { specifier }: Import): Broken | undefined {
  if (!specifier.startsWith(scope)) return undefined;
  const target = Object.entries(arrows).find(
    ([, law]) => specifier === law.name || specifier.startsWith(`${law.name}/`),
  );
  if (target === undefined) {
    return {
      what: `${specifier} is no package of this repository`,
      fix: 'see tools/check/arrows.ts',
    };
  }
  const [to, { name, entries = [] }] = target;
  if (specifier !== name && !entries.includes(specifier)) {
    return { what: `${specifier} is a deep path`, fix: `import what ${name} exports by name` };
  }
  if (folder === undefined || folder === to || arrows[folder]?.mayImport.includes(to)) {
    return undefined;
  }
  return {
    what: `packages/${folder} may not import ${name}`,
    fix: `it may import ${arrows[folder]?.mayImport.join(', ') || 'no package'}: move the code`,
  };
}
