import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const index = new URL('../src/index.ts', import.meta.url).href;

/** Prints every file that Node opened as a module for the index alone. */
const script = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({
    load(url, context, nextLoad) {
      loaded.push(url);
      return nextLoad(url, context);
    },
  });
  await import(${JSON.stringify(index)});
  console.log(JSON.stringify(loaded));
`;

test('importing the package loads neither OpenTelemetry nor pino', () => {
  const flags = ['--conditions=raftlens-source', '--input-type=module', '--eval', script];
  const output = execFileSync(process.execPath, flags, { encoding: 'utf8' });
  const loaded: readonly string[] = JSON.parse(output);
  expect(loaded).toContain(index);
  expect(loaded.some((url) => url.includes('encode-event'))).toBe(true);
  expect(loaded.filter((url) => /\/node_modules\/(pino|@opentelemetry)\//.test(url))).toEqual([]);
});
