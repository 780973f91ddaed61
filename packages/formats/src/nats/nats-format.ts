import { createCensus } from '../census.ts';
import type { Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader } from '../stamp.ts';
import { natsCapabilities } from './nats-capabilities.ts';
import { readNatsLine } from './nats-line.ts';
import { createNatsStory } from './nats-story.ts';

/** nats-server: JetStream's metadata, and each stream and consumer, is a Raft group of its own. */
export const natsFormat: Format = {
  id: 'nats',
  title: 'NATS JetStream (nats-server)',
  capabilities: natsCapabilities,
  detect(sample) {
    const readStamp = createStampReader();
    let surest = 0;
    for (const text of sample) {
      const line = readNatsLine(text, readStamp);
      if (line === undefined) continue;
      if (/^RAFT \[/.test(line.words)) return 0.95;
      if (/^(?:Starting nats-server|JetStream )/.test(line.words)) surest = 0.9;
    }
    return surest;
  },
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const levels = new Set<string>();
    const story = createNatsStory(census, levels, node);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        const line = readNatsLine(text, readStamp);
        if (line !== undefined) return story.tell(line);
        return { kind: 'ignored', why: text.trim() === '' ? 'blank' : 'other line' };
      },
      census,
      levels,
    });
  },
};
