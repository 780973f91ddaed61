import { catalogue, type TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFormat, type Format } from '../src/index.ts';
import { type Reading, readLines } from './read-lines.ts';

const prefixes: readonly (readonly [string, string])[] = [
  ['journald', 'Nov 23 10:00:00 host raft[12]: '],
  ['docker compose', 'raft_1  | '],
  ['Kubernetes', '2024-11-23T10:00:00.123456789Z stdout F '],
  ['compose in Kubernetes', '2024-11-23T10:00:00Z stderr F raft-1  | '],
  ['colour', '\u001b[32m'],
];

const garbage: readonly string[] = [
  '',
  '\u0000\u0001',
  '{"event":',
  '}{',
  'x'.repeat(500),
  '2021/',
];

/** What every format must do, whatever it reads; `lines` is a whole file of this format. */
export function checkConformance(format: Format, name: string, lines: readonly string[]): void {
  describe(`${format.id}: ${name}`, () => {
    const whole = readLines(format, lines);
    checkWhole(format, lines, whole);
    checkFilter(format, lines, whole);
    checkAmongOthers(format, lines, whole);
    checkDamaged(format, lines, whole);
  });
}

function checkWhole(
  { notRaft, ...format }: Format,
  lines: readonly string[],
  whole: Reading,
): void {
  test('is detected alone and among other formats', () => {
    expect(format.detect(lines)).toBeGreaterThan(0.05);
    expect(detectFormat(lines)?.id).toBe(format.id);
    expect(detectFormat([...garbage, ...lines, ...garbage])?.id).toBe(format.id);
  });

  test('gives events that say where they are from', () => {
    expect(whole.events.length > 0).toBe(notRaft === undefined);
    for (const { at, time } of whole.events) {
      expect(at).toStrictEqual({
        file: 'a.log',
        line: at?.line,
        text: lines[Number(at?.line) - 1],
      });
      expect(Number.isFinite(time)).toBe(true);
    }
  });

  test('gives only events that it claims to be able to give', () => {
    const claimed = new Set(
      format.capabilities.flatMap(({ event, fields = [] }) => [
        event,
        ...fields.map((field) => `${event}.${field}`),
      ]),
    );
    for (const event of whole.events) {
      expect(claimed).toContain(event.event);
      for (const field of optionalFields(event)) expect(claimed).toContain(field);
    }
  });
}

/** Among lines of anybody else, which the filter may leave out. */
function checkFilter(
  { filter, ...format }: Format,
  lines: readonly string[],
  whole: Reading,
): void {
  if (filter === undefined) return;
  test('its filter leaves out only what tells nothing', () => {
    const kept = lines.map((line) =>
      filter.anyOf.some((mark) => line.includes(mark)) ? line : '',
    );
    expect(readLines(format, kept).events).toStrictEqual(whole.events);
  });

  test('its filter looks for ASCII', () => {
    expect(filter.anyOf.length).toBeGreaterThan(0);
    for (const mark of filter.anyOf) expect(mark).toMatch(/^[ -~]+$/);
  });
}

function checkAmongOthers(format: Format, lines: readonly string[], whole: Reading): void {
  test.each(prefixes)('reads the same behind a prefix: %s', (_, prefix) => {
    const prefixed = lines.map((line) => prefix + line);
    expect(detectFormat(prefixed)?.id).toBe(format.id);
    expect(withoutOrigin(readLines(format, prefixed).events)).toStrictEqual(
      withoutOrigin(whole.events),
    );
  });

  test('reads the same where garbage stands between the lines', () => {
    const mixed = lines.flatMap((line, index) => [line, garbage[index % garbage.length] ?? '']);
    const { events, outcomes } = readLines(format, mixed);
    expect(withoutOrigin(events)).toStrictEqual(withoutOrigin(whole.events));
    expect(outcomes).toHaveLength(mixed.length);
  });
}

function checkDamaged(format: Format, lines: readonly string[], whole: Reading): void {
  test('truncated anywhere, gives what the whole lines tell and invents no term', () => {
    const text = lines.join('\n');
    for (let length = 0; length <= text.length; length += stepFor(text)) {
      const cut = text.slice(0, length).split('\n');
      const { events } = readLines(format, cut);
      const last = cut.length;
      const earlier = events.filter(({ at }) => Number(at?.line) < last);
      const expected = whole.events.filter(({ at }) => Number(at?.line) < last);
      expect(untimed(earlier)).toStrictEqual(untimed(expected.map(namedLike(earlier))));
      for (const { at, term } of events) {
        const known = whole.events.filter((event) => event.at?.line === at?.line);
        if (term !== undefined) expect(known.map((event) => event.term)).toContain(term);
      }
    }
  });

  test('never throws, and gives each line one outcome', () => {
    const anyLine = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
      damaged(lines),
    );
    const property = fc.property(fc.array(anyLine, { maxLength: 30 }), (soup) => {
      expect(() => detectFormat(soup)).not.toThrow();
      const { outcomes, events } = readLines(format, soup);
      for (const outcome of outcomes) {
        if (outcome.kind !== 'events') expect(outcome.why).toMatch(/^[^\n]{1,100}$/);
      }
      for (const { at } of events) expect(soup[Number(at?.line) - 1]).toBe(at?.text);
    });
    fc.assert(property, { seed: 6824, numRuns: 300 });
  });

  test('passes over a long line in linear time', () => {
    for (const line of longLines(lines)) {
      detectFormat([line]);
      expect(readLines(format, [line]).outcomes).toHaveLength(1);
    }
  });
}

/** Every byte of a short file, and some hundred places in a long one. */
function stepFor(text: string): number {
  return Math.max(1, Math.floor(text.length / 200));
}

/** A line of the sample with a piece cut out or put in. */
function damaged(lines: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...lines), fc.nat(150), fc.nat(20), fc.string({ maxLength: 5 }))
    .map(([line, at, cut, put]) => line.slice(0, at) + put + line.slice(at + cut));
}

/** What a pattern that tries again and again would take minutes over. */
function longLines(lines: readonly string[]): readonly string[] {
  const length = 1 << 17;
  const fillers = [' ', '1', 'a:', 'server=1 != server=', '(term: 1', '\u001b[0', ' | ', '"event"'];
  const heads = [...new Set(lines.map((line) => line.slice(0, 24)))].slice(0, 4);
  return ['', ...heads].flatMap((head) =>
    fillers.map((filler) => head + filler.repeat(length / filler.length)),
  );
}

function withoutOrigin(events: readonly object[]): readonly object[] {
  return events.map((event) => ({ ...event, at: undefined }));
}

/** What of the event is not there in every event of its name, nor says whose it is. */
function optionalFields(event: TraceEvent): readonly string[] {
  const { fields } = catalogue[event.event];
  const required = new Map<string, object>(Object.entries(fields));
  const everywhere = ['event', 'time', 'node', 'run', 'group', 'at', 'inc', 'seq'];
  return Object.entries(event).flatMap(([name, value]) => {
    const spec = required.get(name);
    const always = everywhere.includes(name) || (spec !== undefined && 'required' in spec);
    return always || value === undefined ? [] : [`${event.event}.${name}`];
  });
}

/** Cut before it says whose log it is, a file gives its own name to its server. */
function namedLike(
  events: readonly TraceEvent[],
): (event: TraceEvent, index: number) => TraceEvent {
  return (event, index) => {
    const named = events[index];
    if (named?.node !== 'a') return event;
    const places = Object.entries(named).filter(([, value]) => value === 'a');
    return { ...event, ...Object.fromEntries(places) };
  };
}

/** Cut before the first time stamp, a file has no time to give to what came before it. */
function untimed(events: readonly object[]): readonly object[] {
  return events.map((event) => ({ ...event, time: undefined }));
}
