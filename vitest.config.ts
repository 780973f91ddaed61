import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests run against the sources of every package, so a test run never depends on a stale build.
const conditions = ['raftlens-source', 'node', 'import', 'default'];

/** Threads and programs that tests start from the sources find them compiled: in half the time. */
const compileCache = join(import.meta.dirname, 'node_modules', '.cache', 'node-compile');

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/peers/**', 'test/fixtures/**'],
    globalSetup: ['test/patched-cores.ts'],
    env: { NODE_COMPILE_CACHE: compileCache },
    // vitest leaves one processor free, which of two is half of them.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
