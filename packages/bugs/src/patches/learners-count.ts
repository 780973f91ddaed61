import type { Bug } from '../bug.ts';

/** A learner that has an entry or answers counts like a voter. */
export const learnersCount: Bug = {
  name: 'learners-count',
  edits: [
    {
      file: 'quorum.ts',
      find: '  for (const id of voters) if (has(id)) count += 1;',
      replace: '  for (const id of [...voters, ...learners]) if (has(id)) count += 1;',
    },
    {
      file: 'quorum.ts',
      find: 'hasMajority(configuration.voters, has) &&',
      replace: 'hasMajority(configuration.voters, has, configuration.learners) &&',
    },
    {
      file: 'quorum.ts',
      find:
        'function hasMajority(voters: readonly string[], has: (id: string) => ' +
        'boolean): boolean {',
      replace: `function hasMajority(
  voters: readonly string[],
  has: (id: string) => boolean,
  learners: readonly string[] = [],
): boolean {`,
    },
  ],
  rules: ['no-quorum-commit', 'leader-completeness'],
  sentence: 'Servers that only catch up are not counted for votes and commits (thesis §4.2.1).',
  seen: ['nats-io/nats-server efabcbf', 'willemt/raft bd54c09', 'openraft beb0302'],
  scenarios: [],
};
