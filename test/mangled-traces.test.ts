import { Buffer } from 'node:buffer';
import process from 'node:process';
import { analyze } from '@raftlens/analyzer';
import { core } from '@raftlens/core';
import { createRandom, findScenario, runTrial } from '@raftlens/sim';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** One run of the correct core: whatever is done to its lines, no rule was broken. */
function trace(name: string, seed: number): readonly string[] {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  const lines: string[] = [];
  runTrial({ scenario, seed, core, observe: (event) => lines.push(encodeEvent(event)) });
  return lines;
}

/** `RAFTLENS_RUNS=1000 npx vitest run test/mangled-traces.test.ts` looks harder. */
const runs = Number(process.env.RAFTLENS_RUNS ?? 10);

const traces = [
  ['2A', 1],
  ['2A', 2],
  ['chaos', 4],
  ['chaos', 5],
  ['chaos', 9],
  ['TestFigure82C', 1],
].map(([name, seed]) => trace(String(name), Number(seed)));

/** Something that happens to the lines of a log, by chance. */
type Mangling = (lines: readonly string[], chance: () => number) => readonly string[];

const field = (name: string): RegExp => new RegExp(`"${name}":(?:"[^"]*"|-?[\\d.]+),?`);

const without =
  (...names: readonly string[]): Mangling =>
  (lines) =>
    lines.map((line) => names.reduce((text, name) => text.replace(field(name), ''), line));

const lost =
  (share: number): Mangling =>
  (lines, chance) =>
    lines.filter(() => chance() >= share);

/** Lines change places within so many of each other. */
const mixed =
  (size: number): Mangling =>
  (lines, chance) => {
    const places = lines.map((line, index) => ({ line, place: index + chance() * size }));
    return places.sort((a, b) => a.place - b.place).map(({ line }) => line);
  };

const manglings: Readonly<Record<string, Mangling>> = {
  'a line in a hundred is lost': lost(0.01),
  'every second line is lost': lost(0.5),
  'lines stand twice': (lines, chance) =>
    lines.flatMap((line) => (chance() < 0.05 ? [line, line] : [line])),
  'old lines come again': (lines, chance) =>
    lines.flatMap((line, index) => {
      const old = lines[Math.floor(chance() * index)];
      return chance() < 0.01 && old !== undefined ? [line, old] : [line];
    }),
  'threads print late': mixed(8),
  'lines are mixed up': mixed(80),
  'all lines are mixed up': mixed(1e6),
  'newest first': (lines) => lines.toReversed(),
  'it begins in the middle': (lines, chance) => lines.slice(chance() * lines.length),
  'it ends in the middle': (lines, chance) => lines.slice(0, chance() * lines.length),
  'a part is missing': (lines, chance) => {
    const at = chance() * lines.length;
    return [...lines.slice(0, at), ...lines.slice(at + lines.length / 5)];
  },
  'whole seconds': (lines, chance) =>
    mixed(20)(lines, chance)
      .map((line) => line.replace('"clock":"virtual"', '"clock":"wall"'))
      .map((line) => line.replace(/"time":(\d+)\d{3}(?:\.\d+)?/, '"time":$1000'))
      .sort((a, b) => secondOf(a) - secondOf(b)),
  'it stands there twice': (lines) => [...lines, ...lines],
  'one server is missing': (lines, chance) => {
    const node = nodeOf(lines[Math.floor(chance() * lines.length)] ?? '');
    return lines.filter((line) => node === undefined || nodeOf(line) !== node);
  },
  'one event is not logged': (lines, chance) => {
    const event = eventOf(lines[Math.floor(chance() * lines.length)] ?? '');
    return lines.filter((line) => eventOf(line) !== event);
  },
  'lines are not numbered': without('seq'),
  'messages have no ids': without('id'),
  'lives are not counted': without('inc'),
};

const nodeOf = (line: string): string | undefined => /"node":"([^"]*)"/.exec(line)?.[1];
const eventOf = (line: string): string | undefined => /"event":"([^"]*)"/.exec(line)?.[1];
const secondOf = (line: string): number => Number(/"time":(\d+)/.exec(line)?.[1]);

async function accusations(lines: readonly string[]): Promise<readonly string[]> {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const source = {
    name: 'trace.jsonl',
    async *open() {
      yield bytes;
    },
  };
  const { findings } = await analyze([source]);
  return findings
    .filter(({ verdict, severity }) => verdict === 'violated' && severity === 'violation')
    .map(({ rule, message }: { rule: string; message: string }) => `${rule}: ${message}`);
}

test.each(Object.entries(manglings))('%s: nobody is accused', async (_, mangle) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(traces.length - 1), fc.integer(), async (number, seed) => {
      const lines = traces[number] ?? [];
      const random = createRandom(seed, 'mangling');
      expect(await accusations(mangle(lines, () => random.next()))).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('a line in ten is lost, and the others print late and are not numbered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(traces.length - 1), fc.integer(), async (number, seed) => {
      const lines = traces[number] ?? [];
      const random = createRandom(seed, 'mangling');
      const chance = (): number => random.next();
      const mangled = mixed(20)(lost(0.1)(without('seq', 'inc')(lines, chance), chance), chance);
      expect(await accusations(mangled)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('the events of a run are all of one vocabulary', () => {
  const names = new Set<TraceEvent['event'] | undefined>(
    traces.flat().map((line) => eventOf(line) as TraceEvent['event'] | undefined),
  );
  // What is mangled above has lines of servers, of the network, of the harness and of clients.
  for (const name of ['vote.granted', 'message.received', 'fault.injected', 'client.invoked']) {
    expect(names).toContain(name);
  }
});
