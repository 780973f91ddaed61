import { expect, it } from 'vitest';
import { architecture } from './architecture.ts';

const manifest = {
  path: 'packages/a/package.json',
  text: JSON.stringify(
    { dependencies: { pino: '1', '@raftlens/trace': 'workspace:*' }, devDependencies: { go: '2' } },
    undefined,
    2,
  ),
};

it('finds each dependency that the page does not name', () => {
  const page = { path: 'ARCHITECTURE.md', text: 'We use `pino`, and go for a walk.' };
  expect(architecture.run([page, manifest])).toEqual([
    {
      path: 'packages/a/package.json',
      line: 7,
      what: 'ARCHITECTURE.md does not name `go`',
      fix: 'say there why it is needed',
    },
  ]);
});

it('wants the page', () => {
  expect(architecture.run([manifest])).toEqual([
    { path: 'ARCHITECTURE.md', what: 'is not there', fix: 'write it' },
  ]);
});
