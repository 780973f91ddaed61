import type { Bug } from '../bug.ts';

/** Heartbeats go out ten times as often as they should. */
export const heartbeatsTooOften: Bug = {
  name: 'heartbeats-too-often',
  edits: [
    {
      file: 'timers.ts',
      find: 'server.now + server.settings.heartbeatIntervalMs',
      replace: 'server.now + server.settings.heartbeatIntervalMs / 10',
    },
  ],
  rules: ['rpc-budget'],
  sentence:
    'Heartbeats go out in each idle period, well within an election timeout, and no more ' +
    'often than it takes (§5.2, §5.6).',
  seen: [],
  scenarios: ['2B', 'chaos'],
};
