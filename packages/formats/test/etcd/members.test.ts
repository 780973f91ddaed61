import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCensus } from '../../src/census.ts';
import { createRaftStory } from '../../src/etcd/raft-story.ts';
import { createGoTestScope } from '../../src/go-test-scope.ts';
import { mutatedLine } from '../mutated-line.ts';

const [one, two] = ['9e9e05c52164694', 'd422379fda50e48'] as const;

const words = [
  'became follower at term 3',
  'became candidate at term 4',
  'became leader at term 4',
  'is starting a new election at term 3',
  `received MsgVoteResp from ${two} at term 4`,
  `[logterm: 3, index: 7] sent MsgVote request to ${two} at term 4`,
  `[logterm: 3, index: 7, vote: 0] cast MsgVote for ${one} [logterm: 3, index: 7] at term 4`,
  'stepped down to follower since quorum is not active',
  'switched to configuration voters=(1 2)',
];

const others = [
  `raft.node: ${one} elected leader ${one} at term 4`,
  'found conflict at index 7 [',
  '',
];

test('who speaks again is known as who is looked for', () => {
  const line = fc.oneof(
    fc.tuple(fc.constantFrom(one, two), mutatedLine(words)).map(([id, said]) => `${id} ${said}`),
    mutatedLine([`${one} became follower at term 5`, ...others]),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const [story, other] = [1, 2].map(() => createRaftStory(createCensus(), createGoTestScope()));
      for (const text of lines) {
        // An id with a zero before it is the same, and has to be looked for.
        const spelled = /^[0-9a-f]{5,15} /.test(text) ? `0${text}` : text;
        expect(story?.tell(text)).toEqual(other?.tell(spelled));
      }
    }),
    { numRuns: 500 },
  );
});
