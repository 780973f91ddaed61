import type { Format } from '../format.ts';
import { createGoTestScope } from '../go-test-scope.ts';
import { createIdleHeads, type IdleHeads } from '../idle-heads.ts';
import { linePattern } from '../line-pattern.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { namesItself } from './own-address.ts';
import { raftCapabilities } from './raft-capabilities.ts';
import { createRaftStory, isRaft, type RaftStory } from './raft-story.ts';
import { createRaftVoices } from './raft-voices.ts';
import { createTextEntryReader, type ReadTextEntry } from './text-entry.ts';

/** Every line of a server has a level in brackets. */
const levels: readonly string[] = ['[INFO]', '[WARN]', '[DEBUG]', '[ERROR]', '[ERR]', '[TRACE]'];

/** How the library's tests print a server's line: by the test logger, and again by `t.Log`. */
const testHead =
  /^\s{0,8}(?:testLoggerAdapter verbose|[\w.-]{1,100}\.go:\d{1,7}): \S{1,200}: (?=\d{4}-)/;
const raftWords = linePattern(
  {},
  '(?:initial configuration|entering (?:follower|candidate|leader) state|heartbeat timeout|',
  'election won|vote granted|votes$|Election (?:timeout|won)|Heartbeat timeout|Vote granted|',
  'Votes needed|Node at )',
);

/** hashicorp/raft by hclog as text: Consul, Nomad, Vault, Raft servers of anybody's own. */
export const hashicorpTextFormat: Format = {
  id: 'hashicorp-text',
  title: 'hashicorp/raft, text (hclog): Consul, Nomad, Vault and others',
  capabilities: raftCapabilities,
  // Beside the lines of Raft itself, those of its tests, which name the server in place of raft.
  filter: {
    anyOf: ['raft: ', 'raft] ', '=== RUN', 'testLoggerAdapter', '.go:'],
    why: 'not of Raft',
  },
  detect(sample) {
    const readEntry = createTextEntryReader();
    // Under test each server has a logger of its own name.
    const anyName = isOfTest(sample) ? 0.95 : 0.85;
    let surest = 0;
    for (const line of sample) {
      const entry = readEntry(line.trimStart().replace(testHead, ''));
      if (entry === undefined) continue;
      const isNamed = isRaft(entry.module);
      if (raftWords.test(entry.message)) surest = Math.max(surest, isNamed ? 0.95 : anyName);
      else if (isNamed) surest = Math.max(surest, 0.8);
    }
    return surest;
  },
  open(file, node) {
    const scope = createGoTestScope();
    const story = createRaftStory(undefined, scope);
    const readEntry = createTextEntryReader();
    const heads = createIdleHeads();
    /** A test logger prints what `t.Log` will print again. */
    let printsTwice = false;
    return createLineReader(file, {
      tell(text) {
        if (scope.take(text)) return { kind: 'ignored', why: 'go test' };
        const head = scope.run === undefined ? undefined : testHead.exec(text)?.[0];
        if (head?.trimStart().startsWith('testLoggerAdapter') === true) printsTwice = true;
        else if (head !== undefined && printsTwice) {
          return { kind: 'ignored', why: 'printed twice' };
        }
        return tell(head === undefined ? text : text.slice(head.length), story, readEntry, heads);
      },
      idle(bytes, start, end) {
        // Within tests the lines are those of several servers, and some are printed twice.
        return scope.run === undefined ? heads.match(bytes, start, end) : undefined;
      },
      run: story.run,
      self: story.self,
      ...(node === undefined ? { node: nodeOfFile(file) } : { node }),
      census: story.census,
      levels: story.levels,
    });
  },
};

/** The same by a logger that has another name, or none: only its words say that it is of Raft. */
export const hashicorpUnnamedTextFormat: Format = {
  id: 'hclog-text',
  title: 'hashicorp/raft, text (hclog), by a logger that is not called raft',
  capabilities: raftCapabilities,
  detect(sample) {
    if (isOfTest(sample)) return 0;
    const readEntry = createTextEntryReader(true);
    return sample.some((line) => namesItself(readEntry(line.trimStart()))) ? 0.9 : 0;
  },
  open(file, node = nodeOfFile(file)) {
    const story = createRaftStory(undefined, createGoTestScope());
    const readEntry = createTextEntryReader(true);
    const voices = createRaftVoices();
    return createLineReader(file, {
      tell(text) {
        const entry = readEntry(text.trimStart());
        if (entry !== undefined) return voices.tell(entry, story);
        return { kind: 'ignored', why: text.trim() === '' ? 'blank' : 'other line' };
      },
      self: story.self,
      node,
      census: story.census,
      levels: story.levels,
    });
  },
};

function isOfTest(sample: readonly string[]): boolean {
  return sample.some((line) => line.includes('=== RUN') || testHead.test(line));
}

function tell(text: string, story: RaftStory, readEntry: ReadTextEntry, heads: IdleHeads): Told {
  const entry = readEntry(text.trimStart());
  if (entry !== undefined) {
    const told = story.tell(entry);
    if (told.kind === 'ignored' && told.always) heads.learn(text, entry, told.why);
    return told;
  }
  if (text.trim() === '') return { kind: 'ignored', why: 'blank' };
  const hasLevel = levels.some((level) => text.includes(level));
  return { kind: 'ignored', why: hasLevel ? 'other log line' : 'other line' };
}
