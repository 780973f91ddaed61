import type { BareEvent } from '../bare-event.ts';
import { createCensus } from '../census.ts';
import { debugLevel, raftCapabilities } from '../etcd/raft-capabilities.ts';
import { raftMessage } from '../etcd/raft-message.ts';
import { createRaftStory, type RaftStory } from '../etcd/raft-story.ts';
import type { Capability, Format } from '../format.ts';
import { createGoTestScope } from '../go-test-scope.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { readCockroachJson } from './cockroach-json.ts';
import { type CockroachLine, readCockroachLine } from './cockroach-line.ts';

const infoLevel = '--vmodule=raft=2';
const everythingLevel = '--vmodule=raft=3';

/** At the default level only a node's panic is there, and that quorum was lost. */
const atDefault: ReadonlySet<string> = new Set(['node.crashed']);
const capabilities: readonly Capability[] = raftCapabilities.map((each) => {
  if (atDefault.has(each.event)) return each;
  return { ...each, level: each.level === debugLevel ? everythingLevel : infoLevel };
});

/** `r2/1`: range 2, and the replica of it that this node has. */
const replica = /(?:^|,)r(\d{1,12})\/(\d{1,9})\b/;
/** Up to 2016: `[group 1]`. */
const oldGroup = /^group (\d{1,12})$/;
/** Files of the raft library, and the adapter that it logs through. */
const raftSources: ReadonlySet<string> = new Set([
  'raft.go',
  'log.go',
  'log_unstable.go',
  'node.go',
  'rawnode.go',
]);

/** A node has ranges by the ten thousand; the lines of what is beyond are ignored. */
const mostRanges = 100_000;

/**
 * CockroachDB, whose ranges are a Raft group each, on etcd's raft library or its own fork of that.
 * A server is named by its replica id, which is of its range alone.
 */
export const cockroachFormat: Format = {
  id: 'cockroachdb',
  title: 'CockroachDB (crdb-v1, crdb-v2, json): a Raft group for each range',
  capabilities,
  filter: { anyOf: [',r', '"r":"', '[group '], why: 'of no range' },
  detect(sample) {
    let surest = 0;
    for (const text of sample) {
      const line = readLine(text);
      if (line === undefined) continue;
      if (rangeOf(line.tags) !== undefined && raftMessage.test(line.words)) return 0.95;
      surest = 0.7;
    }
    return surest;
  },
  open(file) {
    const stories = new Map<string, RaftStory>();
    const levels = new Set<string>();
    const storyOf = (range: string): RaftStory | undefined => {
      let story = stories.get(range);
      if (story === undefined && stories.size < mostRanges) {
        // The ids of replicas begin at 1 in every range: they tell no clusters apart.
        story = createRaftStory(createCensus(), createGoTestScope());
        stories.set(range, story);
      }
      return story;
    };
    return createLineReader(file, {
      tell(text) {
        const line = readLine(text);
        if (line === undefined) return { kind: 'ignored', why: 'other line' };
        const range = rangeOf(line.tags);
        if (range === undefined) return { kind: 'ignored', why: 'of no range' };
        const told = tellRange(line, range, storyOf(range));
        if (told.kind === 'events') for (const event of told.events) noteLevel(event, levels);
        return told;
      },
      levels,
    });
  },
};

function rangeOf(tags: string): string | undefined {
  return (replica.exec(tags) ?? oldGroup.exec(tags))?.[1];
}

function readLine(text: string): CockroachLine | undefined {
  return text.startsWith('{') ? readCockroachJson(text) : readCockroachLine(text);
}

function tellRange(line: CockroachLine, range: string, story: RaftStory | undefined): Told {
  if (!raftSources.has(line.source)) return { kind: 'ignored', why: 'not of Raft' };
  const words = story?.tell(line.words);
  if (words === undefined) return { kind: 'ignored', why: unknownWords(line.words) };
  if (typeof words === 'string' && words !== '') return { kind: 'ignored', why: words };
  const events = typeof words === 'string' ? [] : words;
  const group = `r${range}`;
  return { kind: 'events', time: line.time, events: events.map((each) => ({ ...each, group })) };
}

/** Beside the library, the replica itself logs from files of the same names. */
function unknownWords(words: string): string {
  return /^(?:[0-9a-f]{1,16} |raft\.node: |newRaft )/.test(words)
    ? 'Raft, in unknown words'
    : 'not of Raft';
}

function noteLevel({ event }: BareEvent, levels: Set<string>): void {
  if (event !== 'node.crashed') levels.add(infoLevel);
  if (event === 'progress.updated' || event === 'append.rejected') levels.add(everythingLevel);
}
