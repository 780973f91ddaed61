import type { Told } from '../line-reader.ts';
import type { HclogEntry } from './hclog-entry.ts';
import { isRaft, type RaftStory } from './raft-story.ts';

/** Tells which loggers of a file speak for Raft, where their names do not say it. */
export interface RaftVoices {
  tell(entry: HclogEntry, story: RaftStory): Told;
}

/** What nobody but Raft says. */
const raftWords =
  /^(?:initial configuration$|Node at |entering (?:follower|candidate|leader) state$|election won)/;

/** Begins with none. A logger speaks for Raft from the first line on that says words of Raft. */
export function createRaftVoices(): RaftVoices {
  const known = new Set<string>();
  return {
    tell(entry, story) {
      const { module, message } = entry;
      if (!known.has(module)) {
        if (!isRaft(module) && !raftWords.test(message)) {
          return { kind: 'ignored', why: 'not of Raft' };
        }
        if (known.size < mostVoices) known.add(module);
      }
      const told = story.tell({ ...entry, module: 'raft' });
      if (told.kind !== 'ignored' || told.why !== unknownWords) return told;
      // The program may speak by the same logger.
      return { kind: 'ignored', why: 'unknown words, of Raft or of the program around it' };
    },
  };
}

const mostVoices = 100;
const unknownWords = 'Raft, in unknown words';
