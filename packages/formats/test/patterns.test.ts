import { readdirSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const sources = new URL('../src/', import.meta.url);

/** A literal, where a value may begin. */
const literal =
  /(?:[=(,:[!&|?{};]|^)\s*\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([a-z]*)/gm;
const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** Flags by pattern. */
const patterns = new Map<string, string>();

beforeAll(async () => {
  // Without the programs that recheck would start beside itself.
  vi.stubEnv('RECHECK_BACKEND', 'pure');
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(new URL(name, sources), 'utf8').replaceAll(comments, '');
    for (const [, pattern = '', flags = ''] of text.matchAll(literal)) patterns.set(pattern, flags);
  }
  // Those that are put together, as `linePattern` does it, are seen where they are made.
  class Noting extends RegExp {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      patterns.set(this.source, this.flags);
    }
  }
  vi.stubGlobal('RegExp', Noting);
  vi.resetModules();
  await import('../src/index.ts');
  vi.unstubAllGlobals();
});

afterAll(() => vi.unstubAllEnvs());

/** Known, and why they may stay. */
const exempt: ReadonlySet<string> = new Set([
  // Of the second degree, and only looked at in names of files, which are short.
  String.raw`(?:\.(?:gz|zst|log|txt|out|jsonl?|ndjson|\d{1,6})|[-.]\d{4}-?\d\d-?\d\d(?:[-T][\d.-]{4,16})?)+$`,
  // Too large for the checker. Only `.*` can go back; the conformance suite runs it on long lines.
  String.raw`^(?:apply error: )?commit index=(\d{1,15}) server=(\S{1,100}) .* != server=(\S+) `,
]);

test('no pattern can be driven to exponential time', () => {
  expect(patterns.size).toBeGreaterThan(150);
  for (const pattern of exempt) expect([...patterns.keys()]).toContain(pattern);
  const unsafe = [...patterns].flatMap(([pattern, flags]) => {
    if (exempt.has(pattern)) return [];
    const { status } = verdictOn(pattern, flags);
    if (status === 'safe') return [];
    return `${status}: /${pattern}/${flags}`;
  });
  expect(unsafe).toStrictEqual([]);
}, 300_000);

test.each(['(a+)+$', '^(?:a|aa)+$', String.raw`^(\w+\s?)*$`])('and %s could', (pattern) => {
  expect(verdictOn(pattern, '')).toMatchObject({
    status: 'vulnerable',
    complexity: { type: 'exponential' },
  });
});

function verdictOn(pattern: string, flags: string): ReturnType<typeof checkSync> {
  return checkSync(pattern, flags, { checker: 'automaton', timeout: 60_000, maxRepeatCount: 30 });
}
