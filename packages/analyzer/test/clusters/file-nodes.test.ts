import { expect, test } from 'vitest';
import { fileNodes } from '../../src/clusters/file-nodes.ts';
import { rotatedLogs } from '../../src/clusters/rotated-logs.ts';

test.each<[what: string, files: string, nodes: string]>([
  ['by their names', 'n1.log n2.log.gz', 'n1 n2'],
  ['by the folder', 'a/raft.log b/raft.log', 'a/raft b/raft'],
  [
    'by a folder further up',
    '/srv/a/var/log/messages /srv/b/var/log/messages',
    'a/messages b/messages',
  ],
  [
    'by all folders that differ',
    'x/a/log/raft.log x/b/log/raft.log y/a/log/raft.log',
    'x/a/raft x/b/raft y/a/raft',
  ],
  ['by a number', 'node.1.log node.2.log', 'node.1 node.2'],
  ['parts of one log', 'n1.log n1.log.1.gz n2.log', 'n1 n1 n2'],
])('%s', (_, files, nodes) => {
  const names = files.split(' ');
  const known = fileNodes(rotatedLogs(names));
  expect(names.map((name) => known.get(name)).join(' ')).toBe(nodes);
});
