import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { type Analysis, analysisJson, analyze } from '../src/index.ts';
import { repository } from './cli/raft-analyze.ts';
import { memorySource } from './memory-source.ts';
import { healthyTrace, nativeText } from './native-trace.ts';

const notes = ['two-leaders', 'no-leader'].map((name) => ({
  name,
  text: readFileSync(join(repository, `traces/lab-notes/${name}.log`), 'utf8'),
}));

/** What a reader of the notes concludes, without the words. */
function gist({ findings, leaders }: Analysis) {
  return {
    findings: findings.map(({ rule, term, nodes, evidence, causes }) => ({
      rule,
      term,
      nodes,
      lines: evidence.map(({ at }) => at?.line),
      bugs: causes.map(({ bug, confidence }) => [bug, confidence]),
    })),
    leaders: leaders.map(({ node, term }) => [node, term]),
  };
}

async function gistOf(text: string) {
  return gist(await analyze([memorySource('notes.log', text)]));
}

/** The servers under other names, wherever the notes name them. */
function renamed(text: string, name: (node: string) => string): string {
  return text
    .replaceAll(/(?<=:\d\d )\d+(?=: )/g, name)
    .replaceAll(/(?<=^DISCONNECTING ).*/gm, (nodes) => nodes.replaceAll(/\d+/g, name));
}

const greek = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta'];

test.each(notes.flatMap((note) => ['s', 'node-', 'S'].map((prefix) => ({ ...note, prefix }))))(
  'finds the same in $name with servers called $prefix0, $prefix1, ...',
  async ({ text, prefix }) => {
    const plain = await gistOf(text);
    const expected = {
      findings: plain.findings.map((finding) => ({
        ...finding,
        nodes: finding.nodes.map((node) => prefix + node),
      })),
      leaders: plain.leaders.map(([node, term]) => [`${prefix}${node}`, term]),
    };
    expect(await gistOf(renamed(text, (node) => prefix + node))).toEqual(expected);
  },
);

test.each(notes)('finds the same in $name with servers that have no numbers', async ({ text }) => {
  const plain = await gistOf(text);
  const other = await gistOf(renamed(text, (node) => greek[Number(node)] ?? node));
  const sorted = (nodes: readonly string[]): readonly string[] => nodes.toSorted();
  expect(other.findings.map(({ nodes, ...rest }) => ({ ...rest, nodes: sorted(nodes) }))).toEqual(
    plain.findings.map(({ nodes, ...rest }) => ({
      ...rest,
      nodes: sorted(nodes.map((node) => greek[Number(node)] ?? node)),
    })),
  );
});

test('finds the same in no-leader with all terms later', async () => {
  const [, note] = notes;
  const text = note?.text ?? '';
  const plain = await gistOf(text);
  const later = await gistOf(
    text.replaceAll(/(?<=\(term: )\d+|(?<=term )\d+(?= has)/g, (term) => String(Number(term) + 40)),
  );
  expect(later.leaders).toEqual(plain.leaders.map(([node, term]) => [node, Number(term) + 40]));
  expect(later.findings.map(({ rule, nodes }) => [rule, nodes])).toEqual(
    plain.findings.map(({ rule, nodes }) => [rule, nodes]),
  );
});

test('takes a file for each server as one cluster, whole logs as runs of their own', async () => {
  const nodes = ['n1', 'n2', 'n3'];
  const perServer = nodes.map((node) =>
    memorySource(`${node}.jsonl`, nativeText(healthyTrace.filter((event) => event.node === node))),
  );
  const cluster = await analyze(perServer);
  expect(cluster.leaders.map(({ node, run }) => [node, run])).toEqual([
    ['n1', undefined],
    ['n2', undefined],
  ]);
  // Taken as one run, each server would lead twice in its term.
  const later = healthyTrace.map((event) => ({ ...event, time: event.time + 1000 }));
  const runs = await analyze([
    memorySource('a', nativeText(healthyTrace)),
    memorySource('b', nativeText(later)),
  ]);
  expect(runs.leaders.map(({ node, run }) => [node, run])).toEqual([
    ['n1', 'a'],
    ['n2', 'a'],
    ['n1', 'b'],
    ['n2', 'b'],
  ]);
  expect([...cluster.findings, ...runs.findings]).toEqual([]);
});

test('shows the events in the order of their times, and waits for who looks at them', async () => {
  const seen: number[] = [];
  let busy = false;
  const halves = [0, 1].map((rest) => healthyTrace.filter((_, index) => index % 2 === rest));
  await analyze(
    halves.map((half, index) => memorySource(`${index}.jsonl`, nativeText(half), 300)),
    {
      async onEvents(events: readonly TraceEvent[]) {
        expect(busy).toBe(false);
        busy = true;
        await Promise.resolve();
        seen.push(...events.map(({ time }) => time));
        busy = false;
      },
    },
  );
  expect(seen).toEqual(healthyTrace.map(({ time }) => time));
});

test('ends where it is told to, with what was read', async () => {
  const abort = new AbortController();
  const { interrupted, counts } = await analyze(
    [memorySource('long.jsonl', nativeText(healthyTrace).repeat(100), 1000)],
    { signal: abort.signal, onEvents: () => abort.abort() },
  );
  expect(interrupted).toBe(true);
  expect(counts.lines).toBeLessThan(healthyTrace.length * 100);
});

test('an analysis as JSON is plain: it survives being written and read', async () => {
  for (const { text } of notes) {
    const json = analysisJson(await analyze([memorySource('notes.log', text)]));
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  }
});
