// npm run bench -- runner [--runs N] [--many N] [--flood BYTES] [--kills N]: what raft-loop costs,
// beside what else loops a command and is installed here. For all of them:
//   apt-get install parallel hyperfine
//   go install golang.org/x/tools/cmd/stress@v0.52.0
// and `loop`, which cargo no longer compiles from its last release (loop-rs 0.6.1, of 2020).
import { availableParallelism, cpus, loadavg } from 'node:os';
import { readBenchFlags } from './bench-flags.ts';
import { goTests } from './go-tests.ts';
import { kills } from './kills.ts';
import { memory } from './memory.ts';
import { overhead } from './overhead.ts';

const flags = readBenchFlags(process.argv.slice(2));
if (typeof flags === 'string') {
  process.stderr.write(`bench: ${flags}\n`);
  process.exit(2);
}

const load = loadavg()[0]?.toFixed(1);
process.stdout.write(
  `Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model}, load ${load}\n`,
);
await overhead(flags);
await goTests();
await kills(flags);
await memory(flags);
