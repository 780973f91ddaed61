import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Analysis, analyze, fileSource, type Source } from '@raftlens/analyzer';
import { core } from '@raftlens/core';
import { formats } from '@raftlens/formats';
import { findScenario, runTrial } from '@raftlens/sim';
import { createSpanFold, type SpanRecord, type SpanValue } from '@raftlens/telemetry';
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

/** What the samples of this name break; the others are sound. */
const broken: readonly (readonly [sample: string, rule: string])[] = [
  ['two leaders', 'election-safety'],
  ['two votes', 'double-vote'],
  ['log ahead', 'log-terms-ordered'],
];

describe.each(readdirSync(samples))('%s', (id) => {
  test.each([...filesOf(id)])('%s is judged by its lines', async (name, files) => {
    const found = violations(await analyze(files));
    const rule = broken.find(([sample]) => name.startsWith(sample))?.[1];
    if (rule === undefined) expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.objectContaining({ rule }));
  });
});

/** The tester alone names no server; the other samples of these are in `traces`, or made here. */
const elsewhere: ReadonlySet<string> = new Set(['raft-trace', 'lab-notes']);

test.each<[rule: string, event: string]>([
  ['election-safety', 'role.changed'],
  ['double-vote', 'vote.granted'],
])('who claims to show %s has a sample that breaks it', async (rule, event) => {
  const claiming = formats.filter(({ id, capabilities }) => {
    const told = capabilities.filter((each) => each.event === event && each.except === undefined);
    return !elsewhere.has(id) && told.some(({ fields = [] }) => fields.includes('term'));
  });
  expect(claiming.length).toBeGreaterThanOrEqual(12);
  const convicting: string[] = [];
  for (const { id } of claiming) {
    const stories = [...filesOf(id)].filter(([name]) => name.startsWith('two '));
    const found = await Promise.all(stories.map(([, files]) => analyze(files)));
    if (found.flatMap(({ findings }) => findings).some((each) => each.rule === rule)) {
      convicting.push(id);
    }
  }
  expect(convicting).toEqual(claiming.map(({ id }) => id));
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

/** A trace as Jaeger's API hands it out: the service a process, lists as texts of JSON. */
function asJaeger(spans: readonly SpanRecord[]): object {
  const services = [...new Set(spans.map(({ service }) => service))];
  const processes = services.map((serviceName, index) => [
    `p${index + 1}`,
    { serviceName, tags: tagsOf({ 'service.namespace': 'raftlens' }) },
  ]);
  const traces = Map.groupBy(spans, ({ traceId }) => traceId);
  const data = [...traces].map(([traceID, all]) => ({
    traceID,
    spans: all.map(({ spanId, parentSpanId, name, start, end, attributes, events, service }) => ({
      traceID,
      spanID: spanId,
      operationName: name,
      references:
        parentSpanId === undefined ? [] : [{ refType: 'CHILD_OF', traceID, spanID: parentSpanId }],
      startTime: microseconds(start),
      duration: microseconds(end) - microseconds(start),
      tags: tagsOf({ ...attributes, 'span.kind': 'internal' }),
      logs: events.map((event) => ({
        timestamp: microseconds(event.time),
        fields: tagsOf({ event: event.name, ...event.attributes }),
      })),
      processID: `p${services.indexOf(service) + 1}`,
      warnings: null,
    })),
    processes: Object.fromEntries(processes),
    warnings: null,
  }));
  return { data, total: 0, limit: 0, offset: 0, errors: null };
}

function microseconds([seconds, nanoseconds]: SpanRecord['start']): number {
  return seconds * 1_000_000 + nanoseconds / 1000;
}

function tagsOf(attributes: Readonly<Record<string, SpanValue>>): readonly object[] {
  return Object.entries(attributes).map(([key, value]) => {
    if (typeof value === 'boolean') return { key, type: 'bool', value };
    if (typeof value === 'object') return { key, type: 'string', value: JSON.stringify(value) };
    const type = Number.isInteger(value) ? 'int64' : 'float64';
    return { key, type: typeof value === 'string' ? 'string' : type, value };
  });
}

describe.each([
  ['on one line', undefined],
  ['over many lines', 4],
])('spans through Jaeger, %s', (_, indent) => {
  test.each(['TestRejoin2B', 'TestPersist12C'])('%s comes back', async (name) => {
    const events = simulated(name, 7);
    const spans: SpanRecord[] = [];
    const fold = createSpanFold({ sink: (span) => spans.push(span) });
    for (const event of events) fold.observe(event);
    fold.finish();
    const path = join(folder, 'jaeger.json');
    writeFileSync(path, `${JSON.stringify(asJaeger(spans), undefined, indent)}\n`);

    const back: TraceEvent[] = [];
    const onEvents = (batch: readonly TraceEvent[]) => void back.push(...batch);
    const foreign = await analyze([fileSource(path)], { onEvents });
    expect(foreign.files.map(({ format }) => format)).toEqual(['jaeger-json']);
    expect(violations(foreign)).toEqual([]);
    for (const kind of ['role.changed', 'vote.granted', 'vote.denied', 'commit.advanced']) {
      const all = events.filter(({ event }) => event === kind).map(told);
      expect([kind, back.filter(({ event }) => event === kind).map(told)]).toEqual([kind, all]);
      expect(all).not.toEqual([]);
    }
    const texts = back.map(({ at }) => at?.text ?? '');
    if (indent !== undefined)
      for (const text of texts) expect(text).toMatch(/"(?:timestamp|startTime)":/);
  });
});

/** What spans keep of an event. */
function told(event: TraceEvent): object {
  const { seq: _seq, run: _run, at: _at, inc: _inc, role: _role, time, ...members } = event;
  return JSON.parse(JSON.stringify({ ...members, time: Math.round(time * 1000) }));
}
