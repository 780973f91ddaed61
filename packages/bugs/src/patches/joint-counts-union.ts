import type { Bug } from '../bug.ts';

/** Old and new voters are counted together. */
export const jointCountsUnion: Bug = {
  name: 'joint-counts-union',
  edits: [
    {
      file: 'quorum.ts',
      find: `    hasMajority(configuration.voters, has) &&
    (configuration.votersOutgoing.length === 0 || hasMajority(configuration.votersOutgoing, has))`,
      replace:
        '    hasMajority([...new Set([...configuration.voters, ' +
        '...configuration.votersOutgoing])], has)',
    },
  ],
  rules: ['election-safety', 'leader-completeness'],
  sentence:
    'While the membership is joint, elections and commits need a majority of the old and one ' +
    'of the new servers (§6).',
  seen: ['microsoft/CCF (quorum tally)'],
  scenarios: ['chaos'],
};
