import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader } from '../stamp.ts';
import { openraftMark, readOpenraftLine } from './openraft-line.ts';
import { createOpenraftStory } from './openraft-story.ts';

const level = 'default';
/** Without it a term may have several leaders, and their terms prove nothing. */
const single = 'the feature single-term-leader (leader_id_std)';

const capabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['role'], level },
  { event: 'role.changed', fields: ['role', 'cause'], level },
  { event: 'role.changed', fields: ['term'], level: single },
  { event: 'term.changed', fields: ['term', 'from'], level: single },
  { event: 'election.started', fields: ['role'], level },
  { event: 'election.started', fields: ['term'], level: single },
  { event: 'vote.granted', fields: ['role'], level },
  { event: 'vote.granted', fields: ['term'], level: single },
  { event: 'vote.denied', fields: ['cause'], level },
  { event: 'vote.denied', fields: ['term'], level: single },
  { event: 'leader.recognized', fields: [], level },
  { event: 'leader.recognized', fields: ['term'], level: single },
];

/** openraft 0.8 to 0.10, as `tracing` prints it at info, as text or as JSON. */
export const openraftFormat: Format = {
  id: 'openraft',
  title: 'openraft (tracing, text or JSON): databend and others',
  capabilities,
  filter: { anyOf: [openraftMark], why: 'not of Raft' },
  detect(sample) {
    const readStamp = createStampReader();
    const lines = sample.flatMap((text) => readOpenraftLine(text, readStamp) ?? []);
    if (lines.length === 0) return 0;
    return lines.some(({ words }) => /\bvote\b|leader|candidate/.test(words)) ? 0.95 : 0.8;
  },
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const story = createOpenraftStory(census);
    const readStamp = createStampReader();
    const levels = new Set<string>();
    return createLineReader(file, {
      tell(text) {
        const line = readOpenraftLine(text, readStamp);
        if (line === undefined) return { kind: 'ignored', why: 'not of Raft' };
        const events = story.tell(line);
        if (story.isSingle) levels.add(single);
        if (events === undefined) return { kind: 'ignored', why: 'about the log, or storage' };
        return { kind: 'events', time: line.time, events };
      },
      self: () => story.self,
      node,
      census,
      levels,
    });
  },
};
