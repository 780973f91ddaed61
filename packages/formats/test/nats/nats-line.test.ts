import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNatsLine } from '../../src/nats/nats-line.ts';
import { createStampReader } from '../../src/stamp.ts';
import { mutatedLine } from '../mutated-line.ts';

const lines = [
  '[12345] 2026/03/09 11:20:15.123456 [INF] Starting nats-server',
  '[7] 2026/03/09 11:20:15.123456 [DBG] RAFT [S1Nunr6R - _meta_] Switching to candidate',
  '2026/03/09 11:20:15.123456 [TRC] RAFT [S1Nunr6R - _meta_] Shutdown',
  '2026/03/09 11:20:15 [WRN] ',
  '[12345678901] 2026/03/09 11:20:15.123456 [FTL] a number that is too long',
  '2026-03-09 11:20:15.123456 [ERR] another date',
];

const head = /^(?:\[(\d{1,10})\] )?(?=\d{4}\/\d\d\/\d\d )/;
const afterStamp = /^ \[(DBG|INF|WRN|ERR|FTL|TRC)\] /;

/** The same by patterns. */
function expected(text: string) {
  const begin = head.exec(text);
  const stamp = begin === null ? undefined : createStampReader()(text, begin[0].length);
  const level = stamp && afterStamp.exec(text.slice(stamp.end, stamp.end + 7));
  if (!begin || !stamp || !level) return undefined;
  const words = text.slice(stamp.end + level[0].length);
  return { time: stamp.time, pid: begin[1], level: level[1], words };
}

test('letter by letter a line is read as patterns read it', () => {
  const readStamp = createStampReader();
  fc.assert(
    fc.property(mutatedLine(lines), (text) => {
      expect(readNatsLine(text, readStamp)).toEqual(expected(text));
    }),
    { numRuns: 5000 },
  );
});
