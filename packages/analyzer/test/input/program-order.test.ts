import type { TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProgramOrder } from '../../src/input/program-order.ts';

/** `a1 b1 a2`: lines of a and b by their `seq`; `a1*` starts a server, `!` begins a trace. */
function lines(text: string, inc?: number): readonly TraceEvent[] {
  return text.split(' ').map((word, index) => {
    if (word === '!') return { event: 'trace.started', time: 0, schema: 'raft-trace/1' };
    if (word === '?') return { event: 'fault.injected', time: index, fault: 'partition' };
    const [, node = '', seq, starts] = /^([a-z])(\d+)(\*?)$/.exec(word) ?? [];
    const event = starts === '*' ? 'node.started' : 'node.stopped';
    return { event, time: 0, node, seq: Number(seq), inc } as TraceEvent;
  });
}

const shown = (events: readonly TraceEvent[]): string =>
  events
    .map((each) => {
      if (each.event === 'trace.started') return '!';
      if (each.node === undefined) return '?';
      return `${each.node}${each.seq}${each.event === 'node.started' ? '*' : ''}`;
    })
    .join(' ');

function ordered(text: string, inc?: number) {
  const order = createProgramOrder();
  const events = [...order.take(lines(text, inc)), ...order.flush()];
  return { text: shown(events), repeated: order.repeated, late: order.late, mixed: order.isMixed };
}

test.each<[before: string, after: string, facts: object, inc?: number]>([
  ['a1 b1 ? a2 b2', 'a1 b1 ? a2 b2', { repeated: 0, late: 0, mixed: false }],
  ['a1 b1 a3 ? b2 a2 a4', 'a1 b1 a2 ? b2 a3 a4', { repeated: 0, late: 0, mixed: true }],
  // A line that is there twice, at once or later.
  ['a1 a2 a2 a3', 'a1 a2 a3', { repeated: 1, late: 0 }],
  ['a1 a2 b1 a1 a3', 'a1 b1 a2 a3', { repeated: 1, late: 0 }],
  // Lines that are missing are not waited for.
  ['a1 a5 a4 a9', 'a1 a4 a5 a9', { late: 0, mixed: true }],
  // Nothing at hand shows where it belongs.
  ['a7 a9 a5 a10', 'a5 a7 a9 a10', { late: 1 }],
  // Another life, where lives are not counted, and another trace, where they are.
  ['a1* a2 a3 a1* a2', 'a1* a2 a3 a1* a2', { repeated: 0, late: 0, mixed: false }],
  ['a1* a3 a2 a1* a2', 'a1* a2 a3 a1* a2', { repeated: 0, late: 0, mixed: true }],
  ['! a1* a2 ! a1* a2', '! a1* a2 ! a1* a2', { repeated: 0, late: 0, mixed: false }, 0],
  ['! a2 a1* a3', '! a1* a2 a3', { repeated: 0, late: 0, mixed: true }, 0],
])('%s', (before, after, facts, inc) => {
  expect(ordered(before, inc)).toMatchObject({ text: after, ...facts });
});

test('however lines are mixed within reach, each server has its own order again', () => {
  const places = fc.array(fc.nat(99), { minLength: 300, maxLength: 300 });
  fc.assert(
    fc.property(places, fc.integer({ min: 100, max: 1000 }), (shifts, size) => {
      const all = shifts.flatMap((shift, index) => [
        { place: 2 * index + shift, word: `a${index + 1}` },
        { place: 2 * index + (shift % 7), word: `b${index + 1}` },
      ]);
      const words = all.sort((x, y) => x.place - y.place).map(({ word }) => word);
      const order = createProgramOrder();
      const given: TraceEvent[] = [];
      for (let at = 0; at < words.length; at += size) {
        given.push(...order.take(lines(words.slice(at, at + size).join(' '))));
      }
      given.push(...order.flush());
      expect(given).toHaveLength(600);
      for (const node of ['a', 'b']) {
        const seqs = given.filter((event) => event.node === node).map(({ seq }) => seq);
        expect(seqs).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
      }
      expect(order.late).toBe(0);
    }),
  );
});

test('a line that comes when those before it are gone is late', () => {
  const order = createProgramOrder();
  const words = Array.from({ length: 600 }, (_, index) => `a${index + 1}`);
  order.take(lines(words.join(' ')));
  order.take(lines('a7 a601'));
  expect(order.late).toBe(1);
});
