import type { Message, Snapshot } from '@raftlens/core';
import { readWords } from './read-words.ts';

/**
 * A message that no server of the transcript sent, from words such as
 * `RequestVote n2 n1 term=3 lastLogIndex=4 lastLogTerm=2`; what is not given is 0 or false.
 */
export function buildMessage(words: readonly string[]): Message {
  const { plain, named, terms } = readWords(words);
  const [kind = '', from = '', to = ''] = plain;
  const number = (name: string): number => Number(named.get(name) ?? 0);
  const flag = (name: string): boolean => named.get(name) === 'true';
  const term = number('term');
  const header = { from, to, term, serial: number('serial'), inc: 0 };
  const request = { lastLogIndex: number('lastLogIndex'), lastLogTerm: number('lastLogTerm') };
  const vote = { requestTerm: number('requestTerm'), voteGranted: flag('voteGranted') };
  switch (kind) {
    case 'PreVote':
      return { kind, ...header, ...request };
    case 'RequestVote':
      return { kind, ...header, ...request, transfer: flag('transfer') };
    case 'PreVoteResponse':
    case 'RequestVoteResponse':
      return { kind, ...header, ...vote };
    case 'AppendEntries':
      return {
        kind,
        ...header,
        prevLogIndex: number('prevLogIndex'),
        prevLogTerm: number('prevLogTerm'),
        entries: terms('entries'),
        leaderCommit: number('leaderCommit'),
        round: number('round'),
        sentAt: number('sentAt'),
      };
    case 'AppendEntriesResponse':
      return {
        kind,
        ...header,
        requestTerm: number('requestTerm'),
        prevLogIndex: number('prevLogIndex'),
        success: flag('success'),
        matchIndex: number('matchIndex'),
        conflictIndex: number('conflictIndex'),
        conflictTerm: number('conflictTerm'),
        round: number('round'),
        sentAt: number('sentAt'),
      };
    case 'InstallSnapshot':
      return { kind, ...header, snapshot: snapshotOf(named) };
    case 'InstallSnapshotResponse':
      return {
        kind,
        ...header,
        requestTerm: number('requestTerm'),
        matchIndex: number('matchIndex'),
      };
    case 'TimeoutNow':
      return { kind, ...header };
    case 'ReadIndex':
      return { kind, ...header, context: named.get('context') ?? '' };
    case 'ReadIndexResponse': {
      const answer = { success: flag('success'), readIndex: number('readIndex') };
      return { kind, ...header, context: named.get('context') ?? '', ...answer };
    }
    default:
      throw new Error(`no message is called ${kind}`);
  }
}

function snapshotOf(named: ReadonlyMap<string, string>): Snapshot {
  const number = (name: string): number => Number(named.get(name) ?? 0);
  return {
    index: number('index'),
    term: number('snapshotTerm'),
    data: undefined,
    bytes: number('bytes'),
    configuration: {
      voters: (named.get('voters') ?? '').split(','),
      votersOutgoing: [],
      learners: [],
    },
  };
}
