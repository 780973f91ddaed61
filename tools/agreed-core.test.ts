import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changesOf, scriptsIn, sourcesOfCore, textOfCore } from './agreed-core.ts';

const sources = new Map([
  ['entry.ts', '/** Types alone. */\nexport interface Entry {\n  readonly term: number;\n}\n'],
  [
    'events/tell.ts',
    "import { type Entry, last } from '../log.ts';\n\n" +
      '/** Says more. */\nexport function tell(entry: Entry): number {\n' +
      '  // Why.\n  return last(entry) * 2;\n}\n',
  ],
]);

test('a core is kept without types and comments, so that only what it does counts', () => {
  const scripts = scriptsIn(textOfCore(sources));
  expect([...scripts.keys()]).toEqual(['entry.ts', 'events/tell.ts']);
  expect(scripts.get('entry.ts')?.trim()).toBe('');
  expect(scripts.get('events/tell.ts')).toBe(
    "import { last } from '../log.ts';\n" +
      'export function tell(entry ) {\n  return last(entry) * 2;\n}\n',
  );
  const explained = new Map([...sources].map(([file, text]) => [file, `// Once more.\n\n${text}`]));
  expect(textOfCore(explained)).toBe(textOfCore(sources));
  const changed = new Map([...sources].map(([file, text]) => [file, text.replace('* 2', '* 3')]));
  expect(textOfCore(changed)).not.toBe(textOfCore(sources));
});

test('all files of the core are kept', () => {
  const core = sourcesOfCore(join(import.meta.dirname, '..', 'packages', 'core', 'src'));
  const scripts = scriptsIn(textOfCore(core));
  expect([...scripts.keys()]).toEqual([...core.keys()]);
  expect(scripts.get('core.ts')).toContain('export const core');
  for (const script of scripts.values()) expect(script).not.toMatch(/^ *(?:\/\*|\*|\/\/)/m);
});

test('where a core differs from the agreed one is told by file and line', () => {
  const agreed = textOfCore(sources);
  expect(changesOf(sources, agreed)).toEqual([]);
  const changed = new Map([...sources].map(([file, text]) => [file, text.replace('* 2', '* 3')]));
  changed.set('new.ts', 'export const more = 1;\n');
  expect(changesOf(changed, agreed)).toEqual([
    { file: 'events/tell.ts', was: ['return last(entry) * 2;'], is: ['return last(entry) * 3;'] },
    { file: 'new.ts', was: [], is: ['export const more = 1;', ''] },
  ]);
  changed.delete('events/tell.ts');
  expect(changesOf(changed, agreed)[0]).toMatchObject({ file: 'events/tell.ts', is: [] });
});

test('lines that stay between two that change are none of the change', () => {
  const agreed = textOfCore(new Map([['a.ts', 'one();\ntwo();\nthree();\nfour();\n']]));
  const changed = new Map([['a.ts', 'two();\nthree();\nfive();\n']]);
  expect(changesOf(changed, agreed)).toEqual([
    { file: 'a.ts', was: ['one();'], is: [] },
    { file: 'a.ts', was: ['four();'], is: ['five();'] },
  ]);
});
