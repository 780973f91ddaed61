import type { Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';

/** `27215:X 23 Nov 2026 03:52:16.653 # words`; the letter is what the process is. */
const head = /^\d{1,10}:[XCMS] \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\.\d{3} [.*#-] /;
/** What Redis 7.4 and Valkey 8 may write instead: logfmt or an ISO time. */
const newerHead = /^pid=\d{1,10} role=/;

/** Sentinel and Cluster: they elect by epochs, and promise less than Raft does. */
export const redisFormat: Format = {
  id: 'redis',
  title: 'Redis and Valkey: Sentinel and Cluster (not Raft; nothing is judged)',
  capabilities: [],
  notRaft:
    'this is not a Raft log: Redis Sentinel and Cluster elect by epochs, without a log that a ' +
    "majority must hold, so Raft's rules do not apply to them",
  detect: (sample) => (sample.some(isRedis) ? 0.9 : 0),
  open: (file) =>
    createLineReader(file, {
      tell: (text) => ({ kind: 'ignored', why: isRedis(text) ? 'not Raft' : 'other line' }),
    }),
};

function isRedis(line: string): boolean {
  return head.test(line) || newerHead.test(line);
}
