import type { Finding } from '../finding.ts';
import type { SourceFile } from '../source-file.ts';
import type { Step } from '../step.ts';

const page = 'ARCHITECTURE.md';

/** Every dependency is argued for: ARCHITECTURE.md names each, in backquotes. */
export const architecture: Step = {
  name: 'ARCHITECTURE.md names every dependency',
  run: (files) => {
    const text = files.find(({ path }) => path === page)?.text;
    if (text === undefined) return [{ path: page, what: 'is not there', fix: 'write it' }];
    return dependenciesOf(files)
      .filter(({ name }) => !text.includes(`\`${name}\``))
      .map(({ name, path, line }) => missing(name, path, line));
  },
};

interface Dependency {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

function missing(name: string, path: string, line: number): Finding {
  return {
    path,
    line,
    what: `${page} does not name \`${name}\``,
    fix: 'say there why it is needed',
  };
}

/** Those from outside, each where it is first declared. */
function dependenciesOf(files: readonly SourceFile[]): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const { path, text } of files) {
    if (!/^(?:packages\/[^/]+\/)?package\.json$/.test(path)) continue;
    for (const name of externalNames(text)) {
      const line = text.split('\n').findIndex((each) => each.includes(`"${name}":`)) + 1;
      if (!found.has(name)) found.set(name, { name, path, line });
    }
  }
  return [...found.values()];
}

function externalNames(manifest: string): readonly string[] {
  const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
  const fields: Readonly<Record<string, unknown>> = JSON.parse(manifest);
  return kinds
    .flatMap((kind) => Object.entries(fields[kind] ?? {}))
    .filter(([, version]) => !String(version).startsWith('workspace:'))
    .map(([name]) => name);
}
