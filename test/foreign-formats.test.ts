import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Analysis, analyze, fileSource, type Source } from '@raftlens/analyzer';
import { core } from '@raftlens/core';
import { findScenario, runTrial } from '@raftlens/sim';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const samples = fileURLToPath(new URL('../packages/formats/test/samples/', import.meta.url));
const analyzer = fileURLToPath(new URL('../packages/analyzer/src/cli.ts', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function violations({ findings }: Analysis): readonly unknown[] {
  return findings
    .filter(({ severity }) => severity === 'violation')
    .map(({ rule, group, term, nodes }) => ({ rule, group, term, nodes: nodes.toSorted() }));
}

/** The files of one sample: a name may end in ` (1)` and so on, where each server has its own. */
function filesOf(id: string): ReadonlyMap<string, readonly Source[]> {
  const files = new Map<string, Source[]>();
  for (const name of readdirSync(join(samples, id)).toSorted()) {
    const story = name.replace(/ \(\d\)(?=\.)/, '');
    files.set(story, [...(files.get(story) ?? []), fileSource(join(samples, id, name))]);
  }
  return files;
}

/** Formats with a sample in which two servers lead in one term; their other samples are sound. */
const broken = [
  'ccf',
  'kraft',
  'logcabin',
  'mongodb',
  'otlp-json',
  'redpanda',
  'state-trace',
  'tikv',
  'topic-log',
];

describe.each(broken)('%s', (id) => {
  test.each([...filesOf(id)])('%s is judged by its lines', async (name, files) => {
    const found = violations(await analyze(files));
    if (!name.startsWith('two leaders')) expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.objectContaining({ rule: 'election-safety' }));
  });
});

/** The events of one test of the lab, which breaks nothing. */
function simulated(name: string, seed: number): readonly TraceEvent[] {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  const events: TraceEvent[] = [];
  runTrial({ scenario, seed, core, observe: (event) => events.push({ ...event }) });
  return events;
}

function leadersByTerm({ leaders }: Analysis): readonly (number | undefined)[] {
  return [...new Set(leaders.map(({ term }) => term))].toSorted();
}

test.each(['TestRejoin2B', 'TestPersist12C'])(
  '%s as a state trace of etcd has the same leaders, and breaks nothing',
  async (name) => {
    const path = join(folder, 'trace.jsonl');
    const events = simulated(name, 7);
    writeFileSync(path, events.map((event) => `${encodeEvent(event)}\n`).join(''));
    const args = ['--conditions=raftlens-source', analyzer, '--export', 'etcd', path];
    const trace = join(folder, 'etcd.ndjson');
    writeFileSync(trace, execFileSync(process.execPath, args, { maxBuffer: 1 << 28 }));
    const [native, foreign] = [
      await analyze([fileSource(path)]),
      await analyze([fileSource(trace)]),
    ];
    expect(foreign.files.map(({ format }) => format)).toEqual(['state-trace']);
    expect(violations(foreign)).toEqual([]);
    expect(leadersByTerm(foreign)).toEqual(leadersByTerm(native));
    expect(leadersByTerm(native)).not.toEqual([]);
  },
);
