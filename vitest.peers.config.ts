import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

// The tests that need programs beyond Node; tools/bootstrap/peers.mjs lists them.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/peers/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
});
