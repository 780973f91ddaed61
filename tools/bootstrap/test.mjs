// npm test: sets up, then every test that needs nothing but Node.
import { runTests } from './run-tests.mjs';

await runTests([]);
