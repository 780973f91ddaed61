import { createCensus } from '../census.ts';
import { datedStamp } from '../dated-stamp.ts';
import { detectStamped } from '../detect-stamped.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader } from '../stamp.ts';
import { createNodeStory } from './node-story.ts';

const mark = 'Node <';
const saved = 'Save raft meta, ';
const head = /\bNode <([^<>\s]{1,200})\/([^<>\s/]{1,200})> (.{1,5000})$/;
const states = new RegExp(
  String.raw`\bNode <[^<>\s]{1,200}\/[^<>\s/]{1,200}> (?:init, term=|term \d{1,20} start preVote|` +
    'start vote and grant|become leader of|received (?:PreVote|RequestVote)Request)',
);
const level = 'default';
const logEnds = ['candidateLastLogIndex', 'candidateLastLogTerm', 'lastLogIndex', 'lastLogTerm'];

const capabilities: readonly Capability[] = [
  {
    event: 'node.started',
    fields: ['term', 'role', 'lastLogIndex', 'lastLogTerm', 'voters'],
    level,
  },
  { event: 'timer.expired', fields: ['term', 'role', 'timer'], level },
  { event: 'election.started', fields: ['term', 'role'], level },
  { event: 'role.changed', fields: ['term', 'role', 'cause'], level },
  {
    event: 'vote.granted',
    fields: ['term', 'role', 'preVote'],
    level,
    except: 'votes that more than one group could have given',
  },
  { event: 'vote.denied', fields: ['term', 'preVote', 'cause', ...logEnds], level },
  { event: 'vote.received', fields: ['preVote'], level },
];

/** SOFAJRaft: a group and a server are in each line that tells of them. */
export const jraftFormat: Format = {
  id: 'jraft',
  title: 'SOFAJRaft (com.alipay.sofa.jraft): Nacos and others',
  capabilities,
  filter: { anyOf: [mark, saved], why: 'not of Raft' },
  detect: (sample) => detectStamped(sample, (line) => states.test(line), datedStamp),
  open(file) {
    const census = createCensus();
    const story = createNodeStory(census);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        const save = text.indexOf(saved);
        const time = (): number | undefined => datedStamp(text, readStamp)?.time;
        if (save >= 0) {
          const events = story.tellSaved(text.slice(save + saved.length));
          return events === undefined
            ? { kind: 'ignored', why: 'what is saved, of nobody knows whom' }
            : { kind: 'events', time: time(), events };
        }
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of Raft' };
        const [, group = '', server = '', words = ''] = head.exec(text) ?? [];
        if (words === '') return { kind: 'broken', why: 'no group, server or words' };
        const told = story.tell(group, server, words);
        if (typeof told === 'string') return { kind: 'ignored', why: told };
        return { kind: 'events', time: time(), events: told };
      },
      census,
    });
  },
};
