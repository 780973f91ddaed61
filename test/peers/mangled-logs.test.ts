import { Buffer } from 'node:buffer';
import { type Analysis, analyze, type Source } from '@raftlens/analyzer';
import { nodeOfFile } from '@raftlens/formats';
import { describe, expect, test } from 'vitest';
import type { LogFile } from './mangled/log-file.ts';
import { type Mangling, manglings } from './mangled/manglings.ts';
import { type LogSet, logSets, readLogSet } from './mangled/read-log-set.ts';

/** What an analysis claims, in words that do not depend on how the files are called. */
interface Claims {
  readonly formats: readonly string[];
  readonly leaders: readonly string[];
  readonly violations: readonly string[];
}

describe.each(logSets)('%s', (name) => {
  const set = readLogSet(name);
  const plain = claimsOn(set, set.logs);
  // Where a test begins is a line as any other: without it, its cluster is another one's.
  const lossy = !name.startsWith('gotest-');
  const tried = manglings.filter(({ keeps }) => lossy || keeps === 'all');

  test.each(tried)('$name', async (mangling) => {
    const logs = mangling.mangle(set.logs);
    compare(mangling, await claimsOn(set, logs), await plain);
  });
});

function compare({ keeps }: Mangling, claims: Claims, plain: Claims): void {
  if (keeps === 'all') {
    expect(claims).toEqual(plain);
    return;
  }
  expect(plain.violations).toEqual(expect.arrayContaining([...claims.violations]));
  if (keeps === 'order') return;
  expect(plain.leaders).toEqual(expect.arrayContaining([...claims.leaders]));
}

async function claimsOn(set: LogSet, logs: readonly LogFile[]): Promise<Claims> {
  const analysis = await analyze(logs.map(sourceOf));
  const nameOf = namesIn(set, logs, analysis);
  const { files, leaders, findings } = analysis;
  const violations = findings.filter(({ severity }) => severity === 'violation');
  return {
    formats: sorted(
      files.flatMap(({ format, bytes, traceEvents }) =>
        bytes > 3000 || traceEvents > 0 ? format : [],
      ),
    ),
    leaders: sorted(
      leaders.flatMap(({ group, term, node }) =>
        term === undefined ? [] : `${group ?? ''} ${term}: ${nameOf(node)}`,
      ),
    ),
    violations: sorted(violations.map(({ rule, term }) => `${rule} ${term}`)),
  };
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

function sourceOf({ name, content }: LogFile): Source {
  return {
    name,
    async *open() {
      yield Buffer.from(content as string);
    },
  };
}

/** The truth's name of a server, which may go by its host, its pod or its file. */
function namesIn(
  { names }: LogSet,
  logs: readonly LogFile[],
  { nodes }: Analysis,
): (node: string) => string {
  const stems = Map.groupBy(logs, ({ name }) => nodeOfFile(name));
  return (node) => {
    const aliases = nodes.find((each) => each.node === node)?.aliases ?? [];
    for (const id of [node, ...aliases]) {
      const [file, ...others] = stems.get(id) ?? [];
      if (file?.server !== undefined && others.every(({ server }) => server === file.server)) {
        return file.server;
      }
      for (const part of [id, ...id.split(/[/@_-]/)]) {
        const known = names.get(part);
        if (known !== undefined) return known;
      }
    }
    return node;
  };
}
