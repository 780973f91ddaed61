import { createCensus } from '../census.ts';
import { datedStamp } from '../dated-stamp.ts';
import { detectStamped } from '../detect-stamped.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader } from '../stamp.ts';
import { createPartitionStory } from './partition-story.ts';

const mark = 'RaftServer{';
const starting = 'Starting server for partition PartitionId{';
const head = /\bRaftServer\{([\w.-]{1,100})\}(?:\{role=(\w{1,20})\})? - (.{1,4000})$/;
const partition = /PartitionId\{id=(\d{1,9}), group=([\w.-]{1,80})\}/;
const states =
  /\bRaftServer\{[\w.-]{1,100}\} - (?:Transitioning to [A-Z]{6,10}$|Found leader |Set term \d)/;
const level = 'default';
const debug = 'log level DEBUG';

const capabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['role'], level },
  { event: 'role.changed', fields: ['role', 'cause'], level },
  { event: 'leader.recognized', level },
  { event: 'role.changed', fields: ['term'], level: debug },
  { event: 'leader.recognized', fields: ['term'], level: debug },
  { event: 'term.changed', fields: ['term'], level: debug },
  { event: 'timer.expired', fields: ['timer'], level: debug },
  { event: 'election.started', fields: ['term', 'role'], level: debug },
  { event: 'vote.granted', fields: ['term', 'role'], level: debug },
  { event: 'vote.received', fields: ['preVote'], level: debug },
];

/** Atomix: a Raft group for each partition. A server says who it is when it votes for itself. */
export const atomixFormat: Format = {
  id: 'atomix',
  title: 'Atomix (io.atomix): Zeebe, ONOS and others',
  capabilities,
  filter: { anyOf: [mark, starting], why: 'not of Raft' },
  detect: (sample) => detectStamped(sample, (line) => states.test(line), datedStamp),
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const levels = new Set<string>();
    const story = createPartitionStory(census);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (text.includes(starting)) {
          const [, id = '', group = ''] = partition.exec(text) ?? [];
          if (id !== '') story.begin(`${group}-partition-${id}`);
          return { kind: 'ignored', why: 'life of the server' };
        }
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of Raft' };
        const [, group = '', role, words = ''] = head.exec(text) ?? [];
        if (words === '') return { kind: 'broken', why: 'no partition or words' };
        if (/\bDEBUG\b/.test(text.slice(0, 200))) levels.add(debug);
        const told = story.tell(group, role, words);
        if (typeof told === 'string') return { kind: 'ignored', why: told };
        return { kind: 'events', time: datedStamp(text, readStamp)?.time, events: told };
      },
      self: () => story.self,
      node,
      census,
      levels,
    });
  },
};
