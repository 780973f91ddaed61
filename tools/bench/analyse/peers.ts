import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { analyzePath, nodePath } from '../run-quietly.ts';
import type { MeasuredProgram } from './measure-program.ts';
import { packedFile } from './trace-file.ts';

const onePass = fileURLToPath(new URL('./find-two-leaders.ts', import.meta.url));

/** Ours on this file; findings are work done too. */
export function analysing(name: string, file: string): MeasuredProgram {
  return { name, command: analyzePath, args: [file, '--json'], codes: [0, 1] };
}

/** What else reads such a file, as far as it is on this machine; `wc -l` is the yardstick. */
export function peersOn(file: string): readonly MeasuredProgram[] {
  return [
    { name: 'wc -l', command: 'wc', args: ['-l', file] },
    analysing('raft-analyze --json, every rule', file),
    ...duckdb(file),
    { name: 'readline and JSON.parse, one rule', command: nodePath, args: [onePass, file] },
    ...(runs('jq', ['--version']) ? [jq(file)] : []),
    ...packed(file, 'gzip', 'gz'),
    ...packed(file, 'zstd', 'zst'),
  ];
}

function jq(file: string): MeasuredProgram {
  return { name: 'jq -c .term', command: 'jq', args: ['-c', '.term', file] };
}

/** Reading alone, and our whole work, on the same packed file. */
function packed(file: string, program: string, ending: string): readonly MeasuredProgram[] {
  const path = runs(program, ['--version']) ? packedFile(file, program, ending) : undefined;
  if (path === undefined) return [];
  return [
    { name: `${program} -dc`, command: program, args: ['-dc', path] },
    analysing(`raft-analyze --json, .${ending}`, path),
  ];
}

/** DuckDB's own program or its Python module, asked for nothing but two leaders in a term. */
function duckdb(file: string): readonly MeasuredProgram[] {
  const name = 'DuckDB, two leaders in a term';
  const columns = 'event, "to", run, node'
    .split(', ')
    .map((column) => `${column}: 'VARCHAR'`)
    .join(', ');
  const shape = `format = 'newline_delimited', columns = {${columns}, term: 'BIGINT'}`;
  const source = `read_json('${file}', ${shape})`;
  const sql =
    `SELECT run, term, count(DISTINCT node) FROM ${source} ` +
    `WHERE event = 'role.changed' AND "to" = 'leader' GROUP BY run, term HAVING count(*) > 1`;
  if (runs('duckdb', ['--version'])) return [{ name, command: 'duckdb', args: ['-c', sql] }];
  const python = process.env.RAFTLENS_PYTHON ?? 'python3';
  if (!runs(python, ['-c', 'import duckdb'])) return [];
  const script = 'import duckdb, sys; duckdb.sql(sys.argv[1]).fetchall()';
  return [{ name, command: python, args: ['-c', script, sql] }];
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
