import { createCensus } from '../census.ts';
import { datedStamp } from '../dated-stamp.ts';
import { detectStamped } from '../detect-stamped.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader } from '../stamp.ts';
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
  detect: (sample) => detectStamped(sample, (line) => states.test(line), datedStamp),
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
        return { kind: 'events', time: datedStamp(text, readStamp)?.time, events: told };
      },
      census,
    });
  },
};
