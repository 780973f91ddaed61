import { createCensus } from '../census.ts';
import { raftCapabilities } from '../etcd/raft-capabilities.ts';
import { raftMessage } from '../etcd/raft-message.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader } from '../stamp.ts';
import { oldMark, readOldLine } from './old-line.ts';
import { createOldStory } from './old-story.ts';
import { createPlainLineReader, plainMark } from './plain-line.ts';
import { createRegionStory } from './region-story.ts';
import { readTikvLine, type TikvLine } from './tikv-line.ts';

const mark = '[raft.rs:';
/** What is done to a log has a file of its own since 0.6. */
const logMark = '[raft_log.rs:';
const level = 'default';
const debugLevel = 'log.level = "debug"';
const ends: readonly string[] = ['lastLogIndex', 'lastLogTerm'];
const asked: readonly string[] = ['candidateLastLogIndex', 'candidateLastLogTerm'];

const ofUnified: readonly Capability[] = [
  { event: 'node.started', fields: ['term', 'role', 'commitIndex', 'voters', ...ends], level },
  { event: 'role.changed', fields: ['term', 'role', 'from', 'cause'], level },
  { event: 'term.changed', fields: ['term', 'role', 'from'], level },
  { event: 'election.started', fields: ['term', 'role', 'preVote', ...ends], level },
  { event: 'vote.granted', fields: ['term', 'role', 'preVote', ...asked, ...ends], level },
  { event: 'vote.denied', fields: ['term', 'preVote', ...asked, ...ends], level },
  { event: 'vote.received', fields: ['term', 'preVote', 'rpcTerm', 'votes'], level },
  { event: 'config.applied', fields: ['votersOutgoing'], level },
  {
    event: 'message.received',
    fields: ['term', 'rpcTerm'],
    level,
    except: 'all but messages of another term',
  },
];

/** What only the words of etcd's library tell, which raft-rs began as. */
const before3 = 'TiKV before 3.0';
const ofOld = raftCapabilities.map((each) => ({ ...each, level: before3 }));

const capabilities: readonly Capability[] = [
  ...ofUnified,
  { event: 'log.truncated', fields: [], level },
  { event: 'commit.advanced', fields: [], level: debugLevel },
  ...ofOld,
];

/** raft-rs in TiKV: each region is a Raft group of its own, and each peer has an id of its own. */
export const tikvFormat: Format = {
  id: 'tikv',
  title: 'TiKV (unified log format, and before 3.0), and others on raft-rs (log crate, slog)',
  capabilities,
  filter: { anyOf: [mark, logMark, plainMark, oldMark], why: 'not of Raft' },
  detect(sample) {
    const readLine = createLineOf();
    const readStamp = createStampReader();
    const isOld = (line: string): boolean =>
      line.includes(oldMark) && raftMessage.test(readOldLine(line, readStamp)?.words ?? '');
    return sample.some((line) => isRaft(readLine(line)) || isOld(line)) ? 0.95 : 0;
  },
  open(file) {
    const census = createCensus();
    const story = createRegionStory(census);
    const readLine = createLineOf();
    const readStamp = createStampReader();
    const levels = new Set<string>();
    const tellOld = createOldStory();
    return createLineReader(file, {
      tell(text) {
        const old = text.includes(oldMark) ? readOldLine(text, readStamp) : undefined;
        if (old !== undefined) {
          levels.add(before3);
          return tellOld(old);
        }
        if (!text.includes(mark) && !text.includes(logMark) && !text.includes(plainMark))
          return { kind: 'ignored', why: 'not of Raft' };
        const line = readLine(text);
        if (line === undefined)
          return { kind: 'broken', why: 'no time, or no message in brackets' };
        if (!isRaft(line)) return { kind: 'ignored', why: 'Raft, without the id of a peer' };
        if (line.message.startsWith('committing index ')) levels.add(debugLevel);
        const events = story.tell(line);
        return events === undefined
          ? { kind: 'ignored', why: 'Raft, in unknown words' }
          : { kind: 'events', time: line.time, events };
      },
      census,
      levels,
    });
  },
};

function isRaft(line: TikvLine | undefined): boolean {
  return /^raft(?:_log)?\.rs:/.test(line?.caller ?? '') && line?.fields.has('raft_id') === true;
}

function createLineOf(): (text: string) => TikvLine | undefined {
  const readStamp = createStampReader();
  const readPlain = createPlainLineReader();
  return (text) =>
    /\[raft(?:_log)?\.rs:/.test(text) ? readTikvLine(text, readStamp) : readPlain(text);
}
