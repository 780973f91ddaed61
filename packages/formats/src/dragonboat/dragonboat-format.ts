import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader } from '../stamp.ts';
import { createReplicaStory, readSpeaker } from './replica-story.ts';

const mark = 'raft: [';
const level = 'default';
const logEnds = ['candidateLastLogIndex', 'candidateLastLogTerm', 'lastLogIndex', 'lastLogTerm'];

const capabilities: readonly Capability[] = [
  {
    event: 'node.started',
    fields: ['term', 'role', 'commitIndex', 'lastLogIndex', 'lastLogTerm'],
    level,
  },
  { event: 'term.changed', fields: ['term', 'role', 'source'], level },
  { event: 'role.changed', fields: ['term', 'role', 'cause'], level },
  {
    event: 'election.started',
    fields: ['term', 'role', 'preVote', 'lastLogIndex', 'lastLogTerm'],
    level,
  },
  { event: 'vote.granted', fields: ['term', 'role', 'preVote', ...logEnds], level },
  { event: 'vote.denied', fields: ['term', 'role', 'preVote', 'cause', ...logEnds], level },
  { event: 'vote.received', fields: ['term', 'role', 'preVote'], level },
];

/** dragonboat, whose lines look like those of etcd and say more: group, server, log and term. */
export const dragonboatFormat: Format = {
  id: 'dragonboat',
  title: 'dragonboat (capnslog), many Raft groups in a process',
  capabilities,
  filter: { anyOf: [mark], why: 'not of Raft' },
  detect(sample) {
    const readStamp = createStampReader();
    const found = sample.filter((line) => line.includes(mark) && readSpeaker(line) !== undefined);
    if (found.length === 0) return 0;
    return found.some((line) => readStamp(line, 0) !== undefined) ? 0.98 : 0.6;
  },
  open(file) {
    const census = createCensus();
    const readStamp = createStampReader();
    const story = createReplicaStory(census);
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of Raft' };
        const speaker = readSpeaker(text);
        if (speaker === undefined) return { kind: 'broken', why: 'no group, server or words' };
        const told = story.tell(speaker);
        if (typeof told === 'string') return { kind: 'ignored', why: told };
        return { kind: 'events', time: readStamp(text, 0)?.time, events: told };
      },
      census,
    });
  },
};
