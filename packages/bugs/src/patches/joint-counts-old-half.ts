import type { Bug } from '../bug.ts';

/** A joint membership counts the old voters only. */
export const jointCountsOldHalf: Bug = {
  name: 'joint-counts-old-half',
  edits: [
    {
      file: 'quorum.ts',
      find: `    hasMajority(configuration.voters, has) &&
    (configuration.votersOutgoing.length === 0 || hasMajority(configuration.votersOutgoing, has))`,
      replace: `    hasMajority(
      configuration.votersOutgoing.length === 0
        ? configuration.voters
        : configuration.votersOutgoing,
      has,
    )`,
    },
  ],
  rules: ['joint-majorities', 'leader-completeness'],
  sentence:
    'While a configuration is joint, elections and commits need a majority of the old and ' +
    'one of the new servers (§6).',
  seen: [],
  scenarios: ['chaos'],
};
