import { createCensus } from '../census.ts';
import type { Format } from '../format.ts';
import { createGoTestScope, type GoTestScope } from '../go-test-scope.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { createStampReader, type ReadStamp } from '../stamp.ts';
import { debugLevel, raftCapabilities } from './raft-capabilities.ts';
import { raftMessage } from './raft-message.ts';
import { createRaftStory, type RaftStory } from './raft-story.ts';

/** `raft2026/11/23 03:16:58 INFO: `, by the library's own logger. */
const libraryHead = /^raft\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? ([A-Z]{4,7}): /;
/** `2020-01-20 22:15:10.486344 I | raft: `, by capnslog. */
const capnslogHead = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9} ([A-Z]) \| ([\w/.-]{1,60}): /;

/**
 * etcd 2.x to 3.4 as text: capnslog, and the raft library's own logger, which etcd 3.4 leaves as it
 * is and which the tests of the library print. Times are local, without a zone, and read as UTC.
 */
export const etcdTextFormat: Format = {
  id: 'etcd-text',
  title: 'etcd 2.x to 3.4, text (capnslog), and etcd-io/raft under go test',
  capabilities: raftCapabilities,
  filter: { anyOf: ['raft', '=== RUN'], why: 'not of Raft' },
  detect(sample) {
    let surest = 0;
    for (const line of sample) {
      const library = libraryHead.exec(line);
      if (library !== null && raftMessage.test(line.slice(library[0].length))) return 0.95;
      const capnslog = capnslogHead.exec(line);
      if (capnslog === null) continue;
      if (capnslog[2] === 'raft') return 0.95;
      if (/^(?:etcdmain|etcdserver|rafthttp|embed)/.test(capnslog[2] ?? '')) surest = 0.6;
    }
    return surest;
  },
  open(file) {
    const census = createCensus();
    const levels = new Set<string>();
    const scope = createGoTestScope();
    const story = createRaftStory(census, scope);
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell: (text) => tell({ text, story, readStamp, levels, scope }),
      run: () => scope.run,
      census,
      levels,
    });
  },
};

interface TextLine {
  readonly text: string;
  readonly story: RaftStory;
  readonly readStamp: ReadStamp;
  readonly levels: Set<string>;
  readonly scope: GoTestScope;
}

function tell(line: TextLine): Told {
  const { text, scope } = line;
  if (text.startsWith('raft')) return tellLibrary(line);
  const match = capnslogHead.exec(text);
  if (match !== null) {
    const [head, level, component] = match;
    if (component === 'raft') return tellRaft(line, head, { level, stampAt: 0 });
    return { kind: 'ignored', why: 'not of Raft' };
  }
  if (text.trim() === '') return { kind: 'ignored', why: 'blank' };
  return { kind: 'ignored', why: scope.take(text) ? 'go test' : 'other line' };
}

function tellLibrary(line: TextLine): Told {
  const match = libraryHead.exec(line.text);
  if (match === null) return { kind: 'broken', why: 'time stamp cut short' };
  return tellRaft(line, match[0], { level: match[1], stampAt: 'raft'.length });
}

function tellRaft(
  { text, story, readStamp, levels }: TextLine,
  head: string,
  { level, stampAt }: { readonly level: string | undefined; readonly stampAt: number },
): Told {
  const time = readStamp(text, stampAt)?.time;
  if (time === undefined) return { kind: 'broken', why: 'no such date or time' };
  if (level === 'DEBUG' || level === 'D') levels.add(debugLevel);
  const words = story.tell(text.slice(head.length));
  if (words === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
  if (typeof words !== 'string') return { kind: 'events', time, events: words };
  return words === '' ? { kind: 'events', time, events: [] } : { kind: 'ignored', why: words };
}
