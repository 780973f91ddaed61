import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLatestCauses } from '../../src/input/latest-causes.ts';

test('the oldest name is forgotten first, and the first telling of a name stays', () => {
  const kept = 4;
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), (numbers) => {
      const latest = createLatestCauses<number>(kept);
      const plain = new Map<string, number>();
      for (const [index, number] of numbers.entries()) {
        const name = `cause ${number}`;
        latest.add(name, index);
        if (!plain.has(name)) plain.set(name, index);
        const [oldest = ''] = plain.keys();
        if (plain.size > kept) plain.delete(oldest);
        for (let each = 0; each < 10; each += 1) {
          expect(latest.get(`cause ${each}`)).toBe(plain.get(`cause ${each}`));
          expect(latest.has(`cause ${each}`)).toBe(plain.has(`cause ${each}`));
        }
      }
    }),
  );
});
