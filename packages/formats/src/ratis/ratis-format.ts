import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader, type ReadStamp, type Stamp } from '../stamp.ts';
import { createDivisionStory } from './division-story.ts';

const mark = '@group-';
/** Where a server of a group begins to speak: `s0@group-ABB3109A44C1-LeaderElection1: ...`. */
const speaker = String.raw`([^\s@|:[\]()<>{}]{1,100})@(group-[\dA-F]{12})`;
const head = new RegExp(`(?: |^)${speaker}(-[A-Za-z]{1,30}\\d{0,9})?:? (.{1,8000})$`);
/** Threads are called after what they do, and stand before it. */
const thread = new RegExp(String.raw`\[${speaker}[^\s\]]{0,100}\]`, 'g');
const states =
  /@group-[\dA-F]{12}: (?:changes role from {1,8}\w{4,9} to |change Leader from \S{1,100} to )/;
const level = 'default';

const logEnds = [
  'candidateLastLogIndex',
  'candidateLastLogTerm',
  'lastLogIndex',
  'lastLogTerm',
] as const;

const capabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['term', 'role', 'voters', 'learners'], level },
  { event: 'timer.expired', fields: ['timer'], level },
  { event: 'election.started', fields: ['term', 'role', 'preVote'], level },
  { event: 'role.changed', fields: ['term', 'role', 'from', 'cause'], level },
  { event: 'term.changed', fields: ['term', 'role'], level },
  { event: 'vote.granted', fields: ['term', 'role', 'preVote', ...logEnds], level },
  { event: 'vote.denied', fields: ['term', 'preVote', 'cause', ...logEnds], level },
  { event: 'leader.recognized', fields: ['term'], level },
];

/** Apache Ratis: in a line, each server says of which group it speaks. */
export const ratisFormat: Format = {
  id: 'ratis',
  title: 'Apache Ratis (org.apache.ratis): Ozone, IoTDB, Alluxio and others',
  capabilities,
  filter: { anyOf: [mark], why: 'not of Raft' },
  detect(sample) {
    const found = sample.filter((line) => states.test(line));
    if (found.length === 0) return 0;
    const readStamp = createStampReader();
    return found.some((line) => stampOf(line, readStamp) !== undefined) ? 0.95 : 0.5;
  },
  open(file) {
    const census = createCensus();
    const story = createDivisionStory(census);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of Raft' };
        const match = head.exec(text.replaceAll(thread, '[]'));
        if (match === null) return { kind: 'ignored', why: 'about a server, not by it' };
        const [, node = '', group = '', part = '', words = ''] = match;
        const told = story.tell({ node, group }, part, words);
        if (typeof told === 'string') return { kind: 'ignored', why: told };
        return { kind: 'events', time: stampOf(text, readStamp)?.time, events: told };
      },
      census,
    });
  },
};

/** The line's first stamp, at its beginning or in brackets. */
function stampOf(text: string, readStamp: ReadStamp): Stamp | undefined {
  return readStamp(text, Math.max(0, text.search(/\d{4}[-/]\d\d[-/]\d\d[T ]/)));
}
