import { createCensus } from '../census.ts';
import type { Format } from '../format.ts';
import { createGoTestScope } from '../go-test-scope.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { createStampReader, type ReadStamp } from '../stamp.ts';
import { debugLevel, raftCapabilities } from './raft-capabilities.ts';
import { raftMessage } from './raft-message.ts';
import { createRaftStory, type RaftStory } from './raft-story.ts';

/** Names of the logger, or of the source file, of lines by the raft library. */
const raftMarks: readonly string[] = ['"logger":"raft"', '"caller":"raft/', '/zap_raft.go:'];

/** etcd 3.4 to 3.7 with `--logger zap`: one JSON object a line. */
export const etcdZapFormat: Format = {
  id: 'etcd-zap',
  title: 'etcd 3.4 to 3.7, JSON lines (zap)',
  capabilities: raftCapabilities,
  filter: { anyOf: raftMarks, why: 'not of Raft' },
  detect(sample) {
    if (
      sample.some((line) => isRaftLine(line) && raftMessage.test(memberOf(line, '"msg":"') ?? ''))
    )
      return 0.95;
    return sample.some((line) => line.startsWith('{"level":"') && etcdMarks.test(line)) ? 0.6 : 0;
  },
  open(file) {
    const census = createCensus();
    const levels = new Set<string>();
    const story = createRaftStory(census, createGoTestScope());
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell: (text) => tell({ text, story, readStamp, levels }),
      census,
      levels,
    });
  },
};

const etcdMarks = /"etcd-version":|"caller":"(?:etcdserver|rafthttp|embed|membership|etcdmain)\//;

interface ZapLine {
  readonly text: string;
  readonly story: RaftStory;
  readonly readStamp: ReadStamp;
  readonly levels: Set<string>;
}

function isRaftLine(text: string): boolean {
  return text.startsWith('{') && raftMarks.some((mark) => text.includes(mark));
}

function tell({ text, story, readStamp, levels }: ZapLine): Told {
  if (!isRaftLine(text)) return { kind: 'ignored', why: 'not of Raft' };
  if (!text.endsWith('}')) return { kind: 'broken', why: 'JSON cut short' };
  const message = memberOf(text, '"msg":"');
  const time = timeOf(text, readStamp);
  if (message === undefined) return { kind: 'broken', why: 'no msg' };
  if (time === undefined) return { kind: 'broken', why: 'no time that can be read' };
  if (isDebug(text)) levels.add(debugLevel);
  const words = story.tell(message);
  if (words === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
  if (typeof words !== 'string') return { kind: 'events', time, events: words };
  return words === '' ? { kind: 'events', time, events: [] } : { kind: 'ignored', why: words };
}

const levelFirst = '{"level":"';

/** The level comes first, where somebody has not written the line anew. */
function isDebug(text: string): boolean {
  return text.startsWith(levelFirst)
    ? text.startsWith('debug"', levelFirst.length)
    : text.includes('"level":"debug"');
}

/** The text of a string member, which in lines of Raft never holds an escape. */
function memberOf(text: string, key: string): string | undefined {
  const start = text.indexOf(key);
  if (start < 0) return undefined;
  const end = text.indexOf('"', start + key.length);
  return end < 0 ? undefined : text.slice(start + key.length, end);
}

const epochSeconds = /"ts":(\d{1,12}(?:\.\d{1,12})?)/;

/** ISO 8601 as etcd writes it, or seconds since the epoch as zap does by default. */
function timeOf(text: string, readStamp: ReadStamp): number | undefined {
  const start = text.indexOf('"ts":"');
  if (start >= 0) return readStamp(text, start + 6)?.time;
  const seconds = epochSeconds.exec(text)?.[1];
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1e6) / 1e3;
}
