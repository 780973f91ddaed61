import { raftNumber } from '../raft-number.ts';
import type { HclogEntry } from './hclog-entry.ts';
import { type RaftContext, type RaftWords, self } from './raft-words.ts';

const peerInBraces = /^\{\w{1,20} (\S{1,200}) \S{0,200}\}$/;

/** Reads lines about log, snapshots and membership; undefined for other words. */
export function tellLog(context: RaftContext, entry: HclogEntry): RaftWords | undefined {
  switch (entry.message) {
    case 'appendEntries rejected, sending older logs':
      return tellRejected(context, entry);
    case 'previous log term mis-match':
      return [{ event: 'append.rejected', ...self(context), cause: 'term-mismatch' }];
    case 'failed to get previous log':
      return tellTooShort(context, entry);
    case 'clearing log suffix':
      return tellTruncated(context, entry);
    case 'snapshot complete up to':
      return tellSnapshot(context, entry);
    case 'starting snapshot up to':
      return [];
    case 'updating configuration':
      return tellConfiguration(context, entry);
    default:
      return undefined;
  }
}

function tellRejected(context: RaftContext, entry: HclogEntry): RaftWords {
  const printed = entry.value('peer');
  const nextIndex = raftNumber(entry.value('next'));
  if (printed === undefined || nextIndex === undefined) return [];
  const peer = context.book.idOf(peerInBraces.exec(printed)?.[1] ?? printed);
  return [{ event: 'progress.updated', ...self(context), peer, nextIndex, cause: 'rejected' }];
}

function tellTooShort(context: RaftContext, entry: HclogEntry): RaftWords {
  const prevLogIndex = raftNumber(entry.value('previous-index'));
  return [
    {
      event: 'append.rejected',
      ...self(context),
      ...(prevLogIndex === undefined ? {} : { prevLogIndex }),
      cause: 'log-too-short',
    },
  ];
}

function tellTruncated(context: RaftContext, entry: HclogEntry): RaftWords {
  const fromIndex = raftNumber(entry.value('from'));
  const lastIndex = raftNumber(entry.value('to'));
  if (fromIndex === undefined || lastIndex === undefined) return [];
  return [{ event: 'log.truncated', ...self(context), fromIndex, lastIndex }];
}

function tellSnapshot(context: RaftContext, entry: HclogEntry): RaftWords {
  const index = raftNumber(entry.value('index'));
  return index === undefined ? [] : [{ event: 'snapshot.taken', ...self(context), index }];
}

function tellConfiguration(context: RaftContext, entry: HclogEntry): RaftWords {
  const { voters, learners } = context.book.learn(entry.value('servers') ?? '');
  if (voters.length === 0) return [];
  const members = learners.length === 0 ? { voters } : { voters, learners };
  return [{ event: 'config.appended', ...self(context), ...members }];
}
