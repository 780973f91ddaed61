import { createCensus } from '../census.ts';
import { detectStamped } from '../detect-stamped.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader, type ReadStamp, type Stamp } from '../stamp.ts';
import { createQuorumStory } from './quorum-story.ts';

const mark = '[RaftManager ';
const head = /\[RaftManager (?:nodeId|id)=(\d{1,10})\] (.{1,20000})$/;
const transition = 'Completed transition to ';
const level = 'default';

const capabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['term', 'role', 'votedFor', 'voters'], level },
  { event: 'role.changed', fields: ['term', 'role', 'from', 'cause'], level },
  { event: 'term.changed', fields: ['term', 'role', 'from'], level },
  { event: 'election.started', fields: ['term', 'role'], level },
  { event: 'vote.granted', fields: ['term', 'role'], level },
  { event: 'leader.recognized', fields: ['term', 'role'], level },
];

/** Kafka without ZooKeeper: a change of QuorumState is a line, with the states before and after. */
export const kraftFormat: Format = {
  id: 'kraft',
  title: 'Kafka in KRaft mode (org.apache.kafka.raft.QuorumState)',
  capabilities,
  filter: { anyOf: [mark], why: 'not of Raft' },
  detect: (sample) =>
    detectStamped(sample, (line) => line.includes(transition) && line.includes(mark), stampOf),
  open(file) {
    const census = createCensus();
    const story = createQuorumStory(census);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of Raft' };
        const [, node = '', words = ''] = head.exec(text) ?? [];
        if (!words.startsWith(transition)) return { kind: 'ignored', why: 'no change of state' };
        const events = story.tell(node, words.slice(transition.length));
        if (events === undefined) return { kind: 'broken', why: 'a state in unknown words' };
        return { kind: 'events', time: stampOf(text, readStamp)?.time, events };
      },
      census,
    });
  },
};

function stampOf(text: string, readStamp: ReadStamp): Stamp | undefined {
  // A carrier's own stamp may stand before it.
  return readStamp(text, text.search(/\[\d{4}-/) + 1);
}
