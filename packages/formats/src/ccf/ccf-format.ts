import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader } from '../stamp.ts';
import { createTraceStory } from '../state-trace/trace-story.ts';
import { readCcfEntry } from './ccf-entry.ts';

/** What every line of a server has. */
const mark = '"current_view":';
const tag = /"tag":\s?"(?:raft_trace|tla)"/;
const level = 'default';
const who: readonly string[] = ['term', 'role'];
const message: readonly string[] = [
  ...['rpcTerm', 'candidateId', 'voteGranted', 'prevLogIndex', 'prevLogTerm', 'leaderCommit'],
  ...['success', 'matchIndex'],
];
const entries = { fields: ['entries'], level, except: 'all entries: only that there are none' };

const capabilities: readonly Capability[] = [
  { event: 'term.changed', fields: [...who, 'from'], level },
  { event: 'role.changed', fields: [...who, 'from', 'cause'], level },
  { event: 'election.started', fields: [...who, 'voters'], level },
  { event: 'vote.granted', fields: [...who, 'preVote'], level },
  { event: 'vote.denied', fields: [...who, 'preVote'], level },
  { event: 'vote.received', fields: [...who, 'rpcTerm'], level },
  { event: 'commit.advanced', fields: [...who, 'from'], level },
  { event: 'config.applied', fields: who, level },
  { event: 'append.rejected', fields: [...who, 'leader'], level },
  { event: 'message.sent', fields: [...who, ...message], level },
  { event: 'message.sent', ...entries },
  { event: 'message.received', fields: [...who, ...message], level },
  { event: 'message.received', ...entries },
];

/** The trace that CCF's consensus writes for its TLA+ specification. */
export const ccfFormat: Format = {
  id: 'ccf',
  title: "CCF's raft_trace, JSON lines",
  capabilities,
  filter: { anyOf: [mark], why: 'not of the trace' },
  detect: (sample) =>
    sample.some((line) => line.startsWith('{') && tag.test(line) && line.includes(mark)) ? 0.96 : 0,
  open(file) {
    const census = createCensus();
    const story = createTraceStory(census);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(mark) || !tag.test(text)) {
          return { kind: 'ignored', why: 'not of the trace' };
        }
        const entry = readCcfEntry(text, readStamp);
        if (entry === undefined) {
          return { kind: 'broken', why: 'no JSON of the trace, or no server, view or time' };
        }
        return { kind: 'events', time: entry.time, events: story.tell(entry) };
      },
      census,
    });
  },
};
