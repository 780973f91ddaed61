import { linePattern } from '../line-pattern.ts';
import { etcdParts } from './etcd-parts.ts';

/** How the messages of the raft library begin: enough to know them by. */
export const raftMessage: RegExp = linePattern(
  etcdParts,
  String.raw`(?:raft\.node: |newRaft )?<id> `,
  String.raw`(?:became|is starting|switched|received|has received|elected|changed|lost|voted|\[)`,
);
