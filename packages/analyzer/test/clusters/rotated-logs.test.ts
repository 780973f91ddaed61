import { expect, test } from 'vitest';
import { rotatedLogs } from '../../src/clusters/rotated-logs.ts';

test.each<[what: string, files: string, expected: string]>([
  ['one file', 'a.log', 'a.log'],
  ['several servers', 'n1.log n2.log', 'n1.log | n2.log'],
  ['logrotate', 'a.log a.log.1 a.log.2.gz a.log.10.gz', 'a.log.10.gz a.log.2.gz a.log.1 a.log'],
  ['by date', 'a.log a.log-20261122 a.log-20261121.gz', 'a.log-20261121.gz a.log-20261122 a.log'],
  [
    'lumberjack',
    'a.log a-2026-11-22T10-00-00.000.log a-2026-11-21T10-00-00.000.log.gz',
    'a-2026-11-21T10-00-00.000.log.gz a-2026-11-22T10-00-00.000.log a.log',
  ],
  [
    'of a day, by number',
    'a-2026-11-22.log a-2026-11-22.log.1',
    'a-2026-11-22.log.1 a-2026-11-22.log',
  ],
  ['the runtime of containers', '0.log 0.log.20261123-101010.gz', '0.log.20261123-101010.gz 0.log'],
  ['numbers that tell servers apart', 'etcd.1 etcd.2 etcd.3', 'etcd.1 | etcd.2 | etcd.3'],
  ['numbers before the ending', 'a.1.log a.2.log', 'a.1.log | a.2.log'],
  ['folders', 'x/a.log y/a.log x/a.log.1', 'x/a.log.1 x/a.log | y/a.log'],
  ['packed and unpacked', 'a.log a.log.gz', 'a.log | a.log.gz'],
])('%s', (_, files, expected) => {
  const logs = rotatedLogs(files.split(' '));
  expect(logs.map((parts) => parts.join(' ')).join(' | ')).toBe(expected);
});
