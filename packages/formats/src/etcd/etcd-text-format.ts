import { createCensus } from '../census.ts';
import type { Format, LogReader } from '../format.ts';
import { createGoTestScope, type GoTestScope } from '../go-test-scope.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { createStampReader, type ReadStamp } from '../stamp.ts';
import { isOfOtherComponent } from './capnslog-bytes.ts';
import { libraryHead, type TextHead } from './library-head.ts';
import { debugLevel, raftCapabilities } from './raft-capabilities.ts';
import { raftMessage } from './raft-message.ts';
import { createRaftStory, type RaftStory } from './raft-story.ts';

const notOfRaft = 'not of Raft';
/** `2020-01-20 22:15:10.486344 I | raft: `, by capnslog; with `--debug` behind `[raft.go:7] `. */
const capnslogHead = new RegExp(
  String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9} (?:\[[\w.-]{1,60}:\d{1,7}\] )?` +
    String.raw`([A-Z]) \| ([\w/.-]{1,60}): `,
);
/** `2023-01-01T00:00:38.05Z info raft v3/raft.go:757 `, by zap for a terminal. */
const consoleHead = new RegExp(
  String.raw`^\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d{4})\s{1,8}([A-Za-z]{4,6})\s{1,8}` +
    String.raw`(?:raft\s{1,8}\S{0,120}\/|(?!etcdserver\/)[\w@./-]{0,100}\/(?:zap_)?)?` +
    String.raw`(?:raft|node|log|log_unstable|rawnode)\.go:\d{1,6}\s{1,8}`,
);
/** Any line of zap for a terminal: what is not of Raft is of etcd's other parts. */
const consoleLine = new RegExp(
  String.raw`^\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d{4})\s{1,8}[A-Za-z]{4,6}\s{1,8}` +
    String.raw`[\w@./-]{1,120}\.go:\d{1,6}\s`,
);
/** `2015/08/18 14:10:10 raft: `, by the logger of Go, in etcd up to 2.1. */
const goHead = new RegExp(
  String.raw`^(?:\d{4}\/\d\d\/\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,9})? ` +
    String.raw`(?:[\w./-]{1,60}\.go:\d{1,6}: )?(?:raft: |(?=raft\.node: ))()`,
);
/** `2018/12/21 22:18:33.768 raft.go:857: [info] `, by PD of TiDB up to 2.1. */
const pdHead = /^\d{4}\/\d\d\/\d\d [\d:.]{8,20} (?:raft|node|log)\.go:\d{1,6}: \[(\w{4,8})\] /;
/** capnslog leaves time and component to journald: what remains is the message alone. */
const bareMember = /^(?:raft\.node: |newRaft )?[0-9a-f]{9,16} /;
/** Data-driven tests of the library leave out the time alone, and have small ids. */
const levelled =
  /^\s{0,8}(DEBUG|INFO|WARN|ERROR|FATAL) (?=(?:raft\.node: |newRaft )?[0-9a-f]{1,16} )/;

/**
 * etcd 2.x to 3.4 as text: capnslog, and the raft library's own logger, which etcd 3.4 leaves as it
 * is and which the tests of the library print; later versions by zap with `--log-format console`.
 * Times of the older are local, without a zone, and read as UTC.
 */
export const etcdTextFormat: Format = {
  id: 'etcd-text',
  title: 'etcd 2.x to 3.7, text (capnslog, zap for a terminal), and etcd-io/raft under go test',
  capabilities: raftCapabilities,
  filter: { anyOf: ['raft', '=== RUN'], why: notOfRaft },
  detect(sample) {
    let surest = 0;
    const readStamp = createStampReader();
    for (const line of sample) {
      const head = headOf(line, readStamp);
      if (head === 'broken' || untimedHead(line) !== undefined) continue;
      if (head !== undefined && raftMessage.test(line.slice(head.end))) return 0.95;
      const component = capnslogHead.exec(line)?.[2] ?? '';
      if (component === 'raft') return 0.95;
      if (/^(?:etcdmain|etcdserver|rafthttp|embed)/.test(component)) surest = Math.max(surest, 0.6);
    }
    return surest;
  },
  open: openText,
};

/** The same without times: capnslog leaves them to journald, and some tests have none. */
export const etcdJournalFormat: Format = {
  id: 'etcd-journal',
  title: 'etcd 2.x to 3.3 under journald, and tests by data of etcd-io/raft: messages without time',
  capabilities: raftCapabilities,
  detect: (sample) => (sample.some((line) => untimedHead(line) !== undefined) ? 0.9 : 0),
  open: openText,
};

function openText(file: string): LogReader {
  const census = createCensus();
  const levels = new Set<string>();
  const scope = createGoTestScope();
  const story = createRaftStory(census, scope);
  const readStamp = createStampReader();
  return createLineReader(file, {
    tell: (text) => tell({ text, story, readStamp, levels, scope }),
    idle: (bytes, start, end) => (isOfOtherComponent(bytes, start, end) ? notOfRaft : undefined),
    run: () => scope.run,
    census,
    levels,
  });
}

interface TextLine {
  readonly text: string;
  readonly story: RaftStory;
  readonly readStamp: ReadStamp;
  readonly levels: Set<string>;
  readonly scope: GoTestScope;
}

/** What stands before a message of the raft library; undefined where the line is of another. */
function headOf(text: string, readStamp: ReadStamp): TextHead | 'broken' | undefined {
  const library = libraryHead(text, readStamp);
  if (library !== undefined) return library;
  const match = capnslogHead.exec(text);
  if (match !== null && match[2] !== 'raft') return undefined;
  const dated = match ?? consoleHead.exec(text) ?? pdHead.exec(text);
  if (dated !== null) {
    const time = readStamp(text, 0)?.time;
    if (time === undefined) return 'broken';
    return { time, level: dated[1] ?? '', end: dated[0].length };
  }
  const plain = goHead.exec(text)?.[0];
  if (plain !== undefined && raftMessage.test(text.slice(plain.length))) {
    return { time: readStamp(text, 0)?.time, level: '', end: plain.length };
  }
  return untimedHead(text);
}

function untimedHead(text: string): TextHead | undefined {
  const [whole = '', level = ''] = levelled.exec(text) ?? [];
  if (whole === '' && !bareMember.test(text)) return undefined;
  return raftMessage.test(text.slice(whole.length))
    ? { time: undefined, level, end: whole.length }
    : undefined;
}

function tell({ text, story, readStamp, levels, scope }: TextLine): Told {
  const head = headOf(text, readStamp);
  if (head === 'broken') return { kind: 'broken', why: 'time stamp cut short' };
  if (head === undefined) {
    if (capnslogHead.test(text) || consoleLine.test(text)) {
      return { kind: 'ignored', why: notOfRaft };
    }
    if (text.trim() === '') return { kind: 'ignored', why: 'blank' };
    return { kind: 'ignored', why: scope.take(text) ? 'go test' : 'other line' };
  }
  const { time, level, end } = head;
  if (isDebug(level)) levels.add(debugLevel);
  const words = story.tell(text.slice(end));
  if (words === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
  if (typeof words !== 'string') return { kind: 'events', time, events: words };
  return words === '' ? { kind: 'events', time, events: [] } : { kind: 'ignored', why: words };
}

/** `DEBUG`, and `D` of capnslog. */
function isDebug(level: string): boolean {
  return (level.length === 1 || level.length === 5) && /^D(?:EBUG)?$/i.test(level);
}
