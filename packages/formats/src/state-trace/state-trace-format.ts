import { createCensus } from '../census.ts';
import type { Format } from '../format.ts';
import { createLineReader } from '../line-reader.ts';
import { createStampReader } from '../stamp.ts';
import { stateTraceCapabilities } from './state-trace-capabilities.ts';
import { readTraceEntry } from './trace-entry.ts';
import { createTraceStory } from './trace-story.ts';

/** Every line of a server has its id so. */
const mark = '"nid":"';
const head = /"event":\{"name":"[A-Za-z]{1,60}","nid":"/;

/**
 * The state trace of etcd-io/raft, one JSON object a line, which a TLA+ specification replays; and
 * the like of it that others write for hashicorp/raft.
 */
export const stateTraceFormat: Format = {
  id: 'state-trace',
  title: 'State trace for TLA+ (etcd-io/raft with_tla, and the like for hashicorp/raft)',
  capabilities: stateTraceCapabilities,
  filter: { anyOf: [mark], why: 'not of the trace' },
  detect: (sample) => (sample.some((line) => head.test(line)) ? 0.97 : 0),
  open(file) {
    const census = createCensus();
    const story = createTraceStory(census);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of the trace' };
        const entry = readTraceEntry(text, readStamp);
        if (entry === undefined) {
          return { kind: 'broken', why: 'no JSON of a state trace, or no server, term or time' };
        }
        return { kind: 'events', time: entry.time, events: story.tell(entry) };
      },
      run: () => story.run,
      census,
    });
  },
};
