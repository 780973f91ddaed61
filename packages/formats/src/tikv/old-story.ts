import { createCensus } from '../census.ts';
import { raftMessage } from '../etcd/raft-message.ts';
import { createRaftStory, type RaftStory } from '../etcd/raft-story.ts';
import { createGoTestScope } from '../go-test-scope.ts';
import type { Told } from '../line-reader.ts';
import type { OldLine } from './old-line.ts';

/** A process has regions by the ten thousand; the lines of what is beyond are ignored. */
const mostRegions = 100_000;

/** Follows the regions of one TiKV before 3.0; begins with none known. */
export function createOldStory(): (line: OldLine) => Told {
  const stories = new Map<string, RaftStory>();
  return ({ time, region, words }) => {
    if (!raftMessage.test(words)) return { kind: 'ignored', why: 'of a region, not of Raft' };
    let story = stories.get(region);
    if (story === undefined && stories.size < mostRegions) {
      // The ids of peers are decimal here, and tell no clusters apart.
      story = createRaftStory(createCensus(), createGoTestScope());
      stories.set(region, story);
    }
    const told = story?.tell(words);
    if (told === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
    if (typeof told === 'string' && told !== '') return { kind: 'ignored', why: told };
    const events = typeof told === 'string' ? [] : told;
    return { kind: 'events', time, events: events.map((each) => ({ ...each, group: region })) };
  };
}
