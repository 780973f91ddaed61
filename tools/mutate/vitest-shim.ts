// What the core's tests use of vitest, so that thousands of mutants can be tried in one process.
import { isDeepStrictEqual } from 'node:util';

/** A test that was declared. */
export interface Declared {
  readonly name: string;
  readonly run: () => unknown;
}

type Check = (...row: never[]) => unknown;

let declared: Declared[] = [];
let before: (() => unknown)[] = [];

/** The tests declared since this was last called. */
export function takeDeclared(): readonly Declared[] {
  const taken = declared;
  declared = [];
  before = [];
  return taken;
}

function declare(name: string, check: Check, row: readonly unknown[]): void {
  const first = before;
  const run = async (): Promise<void> => {
    for (const each of first) await each();
    await check(...(row as never[]));
  };
  declared.push({ name, run });
}

const each =
  (table: readonly unknown[]) =>
  (name: string, check: Check): void => {
    for (const row of table) {
      const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
      declare(name.replace(/%s/g, String(cells[0])), check, cells);
    }
  };

/** Declares a test. */
export const test = Object.assign((name: string, check: Check) => declare(name, check, []), {
  each,
});
export const it: typeof test = test;

/** Has something done before each test of the file. */
export function beforeEach(act: () => unknown): void {
  before.push(act);
}

interface Matchers {
  readonly [name: string]: (...expected: never[]) => unknown;
}

/** Compares as vitest's `expect` does; throws where it would. */
export function expect(actual: unknown): Matchers & { readonly not: Matchers } {
  return { ...matchers(actual, true), not: matchers(actual, false) } as never;
}

function matchers(actual: unknown, wanted: boolean): Matchers {
  const say = (name: string, holds: boolean): void => {
    if (holds !== wanted) throw new Error(`expected ${wanted ? '' : 'not '}${name}`);
  };
  return {
    toBe: (expected: unknown) => say('toBe', Object.is(actual, expected)),
    toEqual: (expected: unknown) => say('toEqual', isDeepStrictEqual(bare(actual), bare(expected))),
    toMatchObject: (expected: unknown) => say('toMatchObject', contains(actual, expected)),
    toBeUndefined: () => say('toBeUndefined', actual === undefined),
    toBeDefined: () => say('toBeDefined', actual !== undefined),
    toBeLessThan: (limit: number) => say('toBeLessThan', Number(actual) < limit),
    toBeGreaterThan: (limit: number) => say('toBeGreaterThan', Number(actual) > limit),
    toHaveLength: (length: number) =>
      say('toHaveLength', (actual as { readonly length: number }).length === length),
    toContain: (part: never) => say('toContain', (actual as readonly unknown[]).includes(part)),
    toThrow: (expected?: unknown) => say('toThrow', throws(actual as () => unknown, expected)),
    // A snapshot is vitest's own to keep.
    toMatchInlineSnapshot: () => undefined,
  } as Matchers;
}

function throws(act: () => unknown, expected: unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    const { message } = error as Error;
    if (typeof expected === 'string') return message.includes(expected);
    if (expected instanceof RegExp) return expected.test(message);
    return typeof expected !== 'function' || error instanceof expected;
  }
}

/** Without properties that are undefined, which count for nothing. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, bare(each)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && value.constructor === Object;
}

function contains(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((each, index) => contains(actual[index], each));
  }
  if (!isPlain(expected)) return isDeepStrictEqual(bare(actual), bare(expected));
  if (actual === null || typeof actual !== 'object') return false;
  return Object.entries(expected).every(([key, each]) =>
    contains((actual as Record<string, unknown>)[key], each),
  );
}
