import { defineConfig } from 'vitest/config';

// Tests run against the sources of every package, so a test run never depends on a stale build.
const conditions = ['raftlens-source', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/peers/**', 'test/fixtures/**'],
    globalSetup: ['test/patched-cores.ts'],
    testTimeout: 60_000,
  },
});
