import type { Finding } from '../finding.ts';
import { lineAt, type SourceFile } from '../source-file.ts';

interface Word {
  readonly in: RegExp;
  readonly pattern: RegExp;
  readonly what: string;
  readonly fix: string;
}

const words: readonly Word[] = [
  {
    in: /\.md$|^packages\/[^/]+\/src\//,
    pattern: /(?<![\w.~-])\/(?:work|home|tmp|root|Users)\/[\w.-]*/g,
    what: 'is a path of one machine',
    fix: 'write it relative to the repository',
  },
  {
    in: /./,
    pattern: /\bregistry\.(?:[\w-]+\.)+[a-z]{2,}\b/g,
    what: "is a registry's address",
    fix: "leave the choice to the reader's settings",
  },
  {
    in: /(?:^|\/)(?:pnpm-lock\.yaml|package-lock\.json)$/,
    pattern: /\b(?:tarball|resolved)\b["']?\s*:\s*["']?https?:\/\/\S*/g,
    what: 'ties the lockfile to one registry',
    fix: 'install again with the default registry settings',
  },
];

/** What belongs to one machine is wrong on every other. */
export function machineWords({ path, text }: SourceFile): readonly Finding[] {
  return words
    .filter((word) => word.in.test(path))
    .flatMap(({ pattern, what, fix }) =>
      [...text.matchAll(pattern)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        what: `${match[0]} ${what}`,
        fix,
      })),
    );
}
