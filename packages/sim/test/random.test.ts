import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../src/random.ts';

function firstWords(seed: number, purpose: string, count: number): readonly number[] {
  const random = createRandom(seed, purpose);
  return Array.from({ length: count }, () => random.next() * 2 ** 32);
}

// Every trace of every seed stands on these numbers: they change only with `streamVersion`.
test('a seed and a purpose give the same numbers for ever', () => {
  const streams = [
    [1, 'network'],
    [1, 'TestReElection2A/n1'],
    [2, 'network'],
    [2 ** 32 + 1, 'network'],
  ] as const;
  const words = streams.map(
    ([seed, purpose]) => `${seed} ${purpose}: ${firstWords(seed, purpose, 4)}`,
  );
  expect(words).toMatchInlineSnapshot(`
    [
      "1 network: 308981100,3107446408,450748789,782518198",
      "1 TestReElection2A/n1: 1725564853,1407119367,3307939565,1783831848",
      "2 network: 622355999,385106992,2582059592,1278111665",
      "4294967297 network: 2021353878,2594711291,2442896742,3379049258",
    ]
  `);
});

test('streams of different purposes or seeds differ, those of equal ones do not', () => {
  const seeds = fc.nat(2 ** 32);
  fc.assert(
    fc.property(seeds, seeds, fc.string(), fc.string(), (one, two, left, right) => {
      expect(firstWords(one, left, 4)).toEqual(firstWords(one, left, 4));
      if (left !== right) expect(firstWords(one, left, 4)).not.toEqual(firstWords(one, right, 4));
      if (one !== two) expect(firstWords(one, left, 4)).not.toEqual(firstWords(two, left, 4));
    }),
  );
});

test('drawing from one stream does not move another', () => {
  const alone = createRandom(7, 'b');
  const expected = Array.from({ length: 10 }, () => alone.next());
  const [noisy, quiet] = [createRandom(7, 'a'), createRandom(7, 'b')];
  const drawn = expected.map(() => {
    noisy.next();
    noisy.integer(1, 6);
    return quiet.next();
  });
  expect(drawn).toEqual(expected);
});

test('numbers stay within their bounds', () => {
  const bounds = fc.tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.nat(1_000));
  fc.assert(
    fc.property(fc.nat(2 ** 32), bounds, (seed, [min, spread]) => {
      const random = createRandom(seed, 'bounds');
      for (let draw = 0; draw < 20; draw += 1) {
        const number = random.next();
        expect(number >= 0 && number < 1).toBe(true);
        const integer = random.integer(min, min + spread);
        expect(Number.isInteger(integer) && integer >= min && integer <= min + spread).toBe(true);
      }
      expect([random.chance(0), random.chance(1)]).toEqual([false, true]);
    }),
  );
});

test('both ends of a range are drawn, and all of it about equally often', () => {
  const random = createRandom(3, 'dice');
  const counts = [0, 0, 0, 0, 0, 0];
  for (let draw = 0; draw < 6_000; draw += 1) {
    const face = random.integer(0, 5);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
});
