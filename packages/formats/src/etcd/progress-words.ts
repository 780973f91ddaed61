import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import { etcdParts } from './etcd-parts.ts';
import { memberId } from './member-id.ts';
import type { MemberState } from './member-state.ts';
import type { RaftWords } from './raft-story.ts';

const progress = linePattern(
  {
    ...etcdParts,
    what:
      'failed to send message to|decreased progress of|' +
      'snapshot (?:succeeded|failed), resumed sending replication messages to',
    state: '[A-Za-z]{1,20}',
  },
  String.raw`<what> <id> [^[\]]{0,60}\[State<state> match=<n> next=<n>`,
);
const refused = linePattern(
  etcdParts,
  String.raw`received MsgAppResp\((?:MsgApp was rejected, lastindex: <n>|`,
  String.raw`rejected, hint: \(index <n>, term <n>\))\) from <id> for index `,
);
const snapshotSent = linePattern(
  etcdParts,
  String.raw`\[firstindex: \d{1,20}, commit: \d{1,20}\] sent snapshot ?`,
  String.raw`\[index: <n>, term: <n>\] to <id>`,
);
const snapshotTaken = linePattern(
  { ...etcdParts, what: 'restored|starts to restore|ignored|fast-forwarded commit to' },
  String.raw`\[commit: \d{1,20}(?:, lastindex: \d{1,20}, lastterm: \d{1,20})?\] <what> snapshot `,
  String.raw`\[index: <n>, term: <n>\]`,
);

/** Reads what a member says of its peers' logs and of snapshots; undefined for other words. */
export function tellProgress({ node, inc }: MemberState, words: string): RaftWords | undefined {
  const [, verb = '', peer, , match, next] = progress.exec(words) ?? [];
  if (peer !== undefined) {
    const moved = {
      event: 'progress.updated',
      node,
      inc,
      peer: memberId(peer),
      matchIndex: raftNumber(match),
      nextIndex: raftNumber(next),
    } as const;
    return [verb.startsWith('decreased') ? { ...moved, cause: 'rejected' } : moved];
  }
  const [, last, hint, hintTerm, from] = refused.exec(words) ?? [];
  if (from !== undefined) {
    return [
      {
        event: 'message.received',
        node,
        inc,
        kind: 'AppendEntriesResponse',
        from: memberId(from),
        to: node,
        success: false,
        conflictIndex: raftNumber(last ?? hint),
        ...(hintTerm === undefined ? {} : { conflictTerm: raftNumber(hintTerm) }),
      },
    ];
  }
  return tellSnapshot({ node, inc }, words);
}

function tellSnapshot(
  self: { readonly node: string; readonly inc: number },
  words: string,
): RaftWords | undefined {
  const [, sentIndex, sentTerm, to] = snapshotSent.exec(words) ?? [];
  const index = raftNumber(sentIndex);
  if (to !== undefined && index !== undefined) {
    const snapshot = { index, snapshotTerm: raftNumber(sentTerm), peer: memberId(to) };
    return [{ event: 'snapshot.sent', ...self, ...snapshot }];
  }
  const [, what, installedIndex, installedTerm] = snapshotTaken.exec(words) ?? [];
  const installed = raftNumber(installedIndex);
  if (what === undefined || installed === undefined) return undefined;
  if (what !== 'restored') return 'about a snapshot';
  const snapshotTerm = raftNumber(installedTerm);
  return [{ event: 'snapshot.installed', ...self, index: installed, snapshotTerm }];
}
