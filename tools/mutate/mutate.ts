// Breaks the core, one line at a time, and prints what no test of core or simulator tells:
// npm run bench -- mutate [--jobs N] [--through STAGE] [--argued] [FILE...]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { equivalents } from './equivalents.ts';
import { type Mutant, nameOf } from './mutant.ts';
import { mutantsOf } from './mutants-of.ts';
import { type Tried, tryMutants } from './try-mutants.ts';

const { values, positionals } = parseArgs({
  options: {
    jobs: { type: 'string', default: '1' },
    through: { type: 'string', default: 'properties' },
    argued: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const folder = join(import.meta.dirname, '..', '..', 'packages', 'core', 'src');

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => positionals.length === 0 || positionals.includes(file))
  .sort();
/** With `--argued` only those that are said to change nothing, to see whether that is so. */
const isWanted = (mutant: Mutant): boolean => !values.argued || equivalents.has(nameOf(mutant));
const mutants = files
  .flatMap((file) => mutantsOf(file, readFileSync(join(folder, file), 'utf8')))
  .filter(isWanted);
const tried: Tried[] = [];
let explained = 0;
const { jobs, through } = values;
await tryMutants(mutants, { jobs: Number(jobs), through }, (each) => {
  tried.push(each);
  const { mutant, verdict } = each;
  const explainedBy = equivalents.get(nameOf(mutant));
  const survives = verdict.stage === 'nothing';
  if (survives && explainedBy !== undefined) explained += 1;
  const line = `${verdict.stage} ${mutant.line} ${nameOf(mutant)} ${verdict.by}\n`;
  if (values.verbose || (survives && explainedBy === undefined)) process.stderr.write(line);
});
const counts = Map.groupBy(tried, ({ verdict }) => verdict.stage);
for (const [stage, { length }] of counts) process.stdout.write(`${stage}: ${length}\n`);
// What a test tells apart is not equivalent, however well it is argued; lines may be equal, though.
for (const [name, alike] of Map.groupBy(tried, ({ mutant }) => nameOf(mutant))) {
  const survives = alike.some(({ verdict }) => verdict.stage === 'nothing');
  if (equivalents.has(name) && !survives) process.stderr.write(`refuted: ${name}\n`);
}
process.stdout.write(`of nothing, equivalent by argument: ${explained}\n`);
