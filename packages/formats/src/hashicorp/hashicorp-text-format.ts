import type { Format } from '../format.ts';
import { createGoTestScope } from '../go-test-scope.ts';
import { createIdleHeads, type IdleHeads } from '../idle-heads.ts';
import { linePattern } from '../line-pattern.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { raftCapabilities } from './raft-capabilities.ts';
import { createRaftStory, isRaft, type RaftStory } from './raft-story.ts';
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
  filter: { anyOf: ['raft: ', '=== RUN', 'testLoggerAdapter', '.go:'], why: 'not of Raft' },
  detect(sample) {
    const readEntry = createTextEntryReader();
    let surest = 0;
    for (const line of sample) {
      const entry = readEntry(line.trimStart().replace(testHead, ''));
      if (entry === undefined) continue;
      if (raftWords.test(entry.message)) return 0.95;
      if (isRaft(entry.module)) surest = 0.8;
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
