import type { Format } from '../format.ts';
import { createGoTestScope } from '../go-test-scope.ts';
import { createLineReader } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader } from '../stamp.ts';
import { readJsonEntry } from './json-entry.ts';
import { raftCapabilities } from './raft-capabilities.ts';
import { createRaftStory } from './raft-story.ts';
import { createRaftVoices } from './raft-voices.ts';

/** The module as it stands in every line of Raft: `raft`, or a name that ends in `.raft`. */
const raftMark = 'raft"';
const plainModule = '"@module":"raft"';
const module = /"@module":"(?:[\w.-]{1,100}\.)?raft"/;

const message = '"@message":"';
const roleLine = /"@message":"entering (?:follower|candidate|leader) state"/;

/** hashicorp/raft by hclog as JSON. A server does not name itself: its file's name does. */
export const hashicorpJsonFormat: Format = {
  id: 'hashicorp-json',
  title: 'hashicorp/raft, JSON lines (hclog): Consul, Nomad, Vault and others',
  capabilities: raftCapabilities,
  filter: { anyOf: [raftMark], why: 'not of Raft' },
  detect: (sample) => (sample.some((line) => line.startsWith('{') && module.test(line)) ? 0.95 : 0),
  open(file, node = nodeOfFile(file)) {
    const story = createRaftStory(node, createGoTestScope());
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(plainModule) && !module.test(text)) {
          return { kind: 'ignored', why: 'not of Raft' };
        }
        const entry = readJsonEntry(text, readStamp);
        return entry === undefined
          ? { kind: 'broken', why: 'no JSON of hclog, or no time' }
          : story.tell(entry);
      },
      census: story.census,
      levels: story.levels,
    });
  },
};

/** The same by a logger that has another name, or none: only its words say that it is of Raft. */
export const hashicorpUnnamedJsonFormat: Format = {
  id: 'hclog-json',
  title: 'hashicorp/raft, JSON lines (hclog), by a logger that is not called raft',
  capabilities: raftCapabilities,
  filter: { anyOf: [message], why: 'not of Raft' },
  detect: (sample) =>
    sample.some((line) => line.startsWith('{') && roleLine.test(line)) ? 0.9 : 0,
  open(file, node = nodeOfFile(file)) {
    const story = createRaftStory(node, createGoTestScope());
    const voices = createRaftVoices();
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(message)) return { kind: 'ignored', why: 'not of Raft' };
        const entry = readJsonEntry(text, readStamp);
        return entry === undefined
          ? { kind: 'broken', why: 'no JSON of hclog, or no time' }
          : voices.tell(entry, story);
      },
      census: story.census,
      levels: story.levels,
    });
  },
};
