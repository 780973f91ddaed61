import { Buffer } from 'node:buffer';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { healthyTrace, nativeText } from '../native-trace.ts';
import { raftAnalyze, repository } from './raft-analyze.ts';

let folder: string;
let twoLeaders: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raft-analyze-'));
  twoLeaders = await readFile(join(repository, 'traces/lab-notes/two-leaders.log'), 'utf8');
});

afterAll(() => rm(folder, { recursive: true }));

/** Files in the folder, by name, for the test that names them. */
async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
  }
  return Object.keys(files);
}

function analyzed(args: readonly string[], stdin = '') {
  return raftAnalyze(args, { cwd: folder, stdin });
}

test('says of each file that cannot be read what is wrong with it', async () => {
  await mkdir(join(folder, 'directory'));
  const gzipped = gzipSync('prose without a meaning\n'.repeat(100));
  const files = await put({
    'empty.log': '',
    'binary.log': Buffer.from([0, 255, 1, 0, 10, 7, 0, 200, 10, 128, 0]),
    'latin1.log': Buffer.from('na\u00efve prose\n', 'latin1'),
    'prose.log': 'It was a dark and stormy night.\n'.repeat(300),
    'cut.gz': gzipped.subarray(0, -10),
    'damaged.gz': Buffer.concat([gzipped.subarray(0, 20), Buffer.from('???????????')]),
    'damaged.zst': zstdCompressSync('prose').fill(255, 6),
  });
  const outcome = await analyzed(['missing.log', 'empty.log/x', 'directory', ...files]);
  expect(outcome.stdout).toMatchInlineSnapshot(`
    "missing.log: there is no such file
    empty.log/x: there is no such file
    directory: this is a directory; name the files in it, for instance as DIRECTORY/*.log
    empty.log: there is nothing in it
    binary.log: this is binary, not a log: it holds NUL bytes
    latin1.log: this is in no known format; known are raft-trace, state-trace, etcd-zap, etcd-text, etcd-journal, hashicorp-json, hashicorp-text, hclog-json, hclog-text, nats, ovsdb, rabbitmq, tikv, cockroachdb, dragonboat, openraft, kraft, jraft, ratis, atomix, logcabin, ccf, mongodb, redpanda, otlp-json, jaeger-json, redis, topic-log, lab-notes, student-log, mit-tester; for any other, --format my.yaml says what its lines mean (docs/your-own-format.md)
    prose.log: this is in no known format; known are raft-trace, state-trace, etcd-zap, etcd-text, etcd-journal, hashicorp-json, hashicorp-text, hclog-json, hclog-text, nats, ovsdb, rabbitmq, tikv, cockroachdb, dragonboat, openraft, kraft, jraft, ratis, atomix, logcabin, ccf, mongodb, redpanda, otlp-json, jaeger-json, redis, topic-log, lab-notes, student-log, mit-tester; for any other, --format my.yaml says what its lines mean (docs/your-own-format.md)
    cut.gz: its compressed data are damaged or cut off (unexpected end of file); what came before was read
    damaged.gz: its compressed data are damaged or cut off (unexpected end of file); what came before was read
    damaged.zst: its compressed data are damaged or cut off (Data corruption detected); what came before was read
    "
  `);
  expect(outcome).toMatchObject({ code: 3, stderr: '' });
});

test('finds in compressed files what it finds in plain ones', async () => {
  const [plain, gzip, zstd] = await put({
    'plain.log': twoLeaders,
    // Two members after each other, as appending to a compressed log gives.
    'log.gz': Buffer.concat([gzipSync(twoLeaders.slice(0, 50)), gzipSync(twoLeaders.slice(50))]),
    'log.zst': zstdCompressSync(twoLeaders),
  });
  const outcomes = await Promise.all([plain, gzip, zstd].map((file) => analyzed([file ?? ''])));
  for (const [index, name] of ['plain.log', 'log.gz', 'log.zst'].entries()) {
    const { stdout = '', code } = outcomes[index] ?? {};
    expect(stdout.replaceAll(name, 'plain.log')).toBe(outcomes[0]?.stdout);
    expect({ code, told: stdout.includes('✗ VIOLATION election-safety') }).toEqual({
      code: 1,
      told: true,
    });
  }
});

test('judges a log that was cut off while it was compressed', async () => {
  const [file = ''] = await put({ 'cut-log.gz': gzipSync(twoLeaders).subarray(0, -8) });
  const { code, stdout } = await analyzed([file]);
  expect(stdout.split('\n').slice(0, 5).join('\n')).toMatchInlineSnapshot(`
    "cut-log.gz: lab-notes, 7 lines: 7 with events, 0 ignored, 0 broken
      its compressed data are damaged or cut off (unexpected end of file); what came before was read

    ✗ VIOLATION election-safety  term 2 · servers 1, 3
      1 and 3 were both leader in term 2; a term has at most one leader (Raft §5.2, Figure 3)"
  `);
  expect(code).toBe(1);
});

test('judges a trace whose last line is cut, and says where', async () => {
  const [file = ''] = await put({ 'cut.jsonl': nativeText(healthyTrace).slice(0, -30) });
  const outcome = await analyzed([file]);
  expect(outcome.stdout).toMatchInlineSnapshot(`
    "cut.jsonl: raft-trace, 17 lines: 16 with events, 0 ignored, 1 broken
      cut.jsonl:17: not JSON: it ends too early: {"level":30,"time":600,"event":"fault.cleared","fault

    No rule is broken, as far as this log can show.

    Leaders by term
    ┌──────┬────────┬──────────────┬──────────────┬──────────────┬──────────────────────────┐
    │ term │ leader │ from         │ to           │ end          │ when                     │
    ├──────┼────────┼──────────────┼──────────────┼──────────────┼──────────────────────────┤
    │ 1    │ n1     │ 00:00:00.155 │ 00:00:00.520 │ stepped-down │ ████████████████████████ │
    │ 2    │ n2     │ 00:00:00.486 │              │ not logged   │                      █┄┄ │
    └──────┴────────┴──────────────┴──────────────┴──────────────┴──────────────────────────┘

    Rules
      10 hold: election-safety, double-vote, minority-leader, term-monotonic, legal-role-edges,
        self-vote-first, election-livelock, disruptive-server, flapping, term-inflation
      60 unknown, as the log cannot show them: stale-candidate-vote, log-matching, leader-append-only,
        leader-completeness, state-machine-safety, no-quorum-commit, figure-8, truncates-committed,
        commit-not-durable, reply-before-persist, amnesia, quorum-lost-entry and 48 more
      (--coverage says what is missing)
    "
  `);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
});

test('reads standard input, once, and beside files', async () => {
  const [file = ''] = await put({ 'trace.jsonl': nativeText(healthyTrace) });
  const { code, stdout } = await analyzed(['-', file, '-', file], twoLeaders);
  expect(stdout.split('\n').slice(0, 9).join('\n')).toMatchInlineSnapshot(`
    "standard input: lab-notes, 7 lines: 7 with events, 0 ignored, 0 broken
    trace.jsonl: raft-trace, 17 lines: 17 with events, 0 ignored, 0 broken

    ✗ VIOLATION election-safety  term 2 · servers 1, 3 · run -
      1 and 3 were both leader in term 2; a term has at most one leader (Raft §5.2, Figure 3)

      Evidence
        -:4  2021/08/04 15:45:58 1: Election succeeded; I'm a leader now
        -:5  2021/08/04 15:45:58 3: Election succeeded; I'm a leader now"
  `);
  expect(code).toBe(1);
});

test('gives machines the same as one JSON object', async () => {
  const [file = ''] = await put({ 'two-leaders.log': twoLeaders });
  const { code, stdout } = await analyzed([file, '--json']);
  const { coverage, ...analysis } = JSON.parse(stdout);
  await expect(`${JSON.stringify(analysis, undefined, 2)}\n`).toMatchFileSnapshot(
    'outputs/two-leaders.json.txt',
  );
  expect(coverage[0]).toMatchInlineSnapshot(`
    {
      "missing": null,
      "needs": [
        "role.changed.term",
      ],
      "remedy": null,
      "rule": "election-safety",
      "verdict": "violated",
    }
  `);
  expect(coverage[1]).toMatchInlineSnapshot(`
    {
      "missing": "votes, told by the voters",
      "needs": [
        "vote.granted.term",
      ],
      "remedy": "lab-notes never logs vote.granted",
      "rule": "double-vote",
      "verdict": "unknown",
    }
  `);
  expect(code).toBe(1);
});
