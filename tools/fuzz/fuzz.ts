// node tools/fuzz/fuzz.ts [LINES [SEED]]: mutated lines through raft-analyze; the default is a
// million. Ends with 1 and the seed where a line is lost, or something throws.
import { fuzzAnalyze } from './fuzz-analyze.ts';

const [lines = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const counts = await fuzzAnalyze(lines, seed);
process.stdout.write(`${JSON.stringify(counts)}\n`);
