import type { Finding } from '../finding.ts';
import { maskCode } from '../mask-code.ts';
import { isCode, lineAt, type SourceFile } from '../source-file.ts';

const declaration =
  /^export (?:declare |abstract |async )*(?:function\*?|const|let|class|interface|type) +(\w+)/gm;

/** Whatever a source exports says what it promises, in a comment right above. */
export function docComments({ path, text }: SourceFile): readonly Finding[] {
  const applies = /^packages\/[^/]+\/src\//.test(path) && !/(?:^|\/)index\.ts$|\.d\.ts$/.test(path);
  if (!applies || !isCode(path)) return [];
  const documented = new Set<string>();
  return [...maskCode(text).matchAll(declaration)].flatMap((match) => {
    const name = match[1] ?? '';
    // Overloads share the comment of the first.
    if (documented.has(name)) return [];
    documented.add(name);
    if (hasDocComment(text.slice(0, match.index))) return [];
    return [
      {
        path,
        line: lineAt(text, match.index),
        what: `${name} is exported without a doc comment`,
        fix: 'say above it what it promises',
      },
    ];
  });
}

function hasDocComment(before: string): boolean {
  return before.endsWith('*/\n') && before.slice(before.lastIndexOf('/*')).startsWith('/**');
}
