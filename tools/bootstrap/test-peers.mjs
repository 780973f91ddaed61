// npm run test:peers: the tests against programs of others, each of which must be installed.
import { checkPeers } from './peers.mjs';
import { runTests } from './run-tests.mjs';

await runTests(['--config', 'vitest.peers.config.ts'], checkPeers);
