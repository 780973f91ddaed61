import type { Bug } from '../bug.ts';

/** A loop of an earlier leadership goes on after the next victory. */
export const heartbeatLoopPerWin: Bug = {
  name: 'heartbeat-loop-per-win',
  edits: [
    {
      file: 'timers.ts',
      find: 'export function startLeaderTimers(server: Server): void {',
      replace: `const loops = new WeakMap<Server, number>();

/** One more loop beats from now on; those of earlier victories do too. */
export function startLeaderTimers(server: Server): void {
  loops.set(server, (loops.get(server) ?? 0) + 1);`,
    },
    {
      file: 'timers.ts',
      find: 'server.now + server.settings.heartbeatIntervalMs',
      replace: 'server.now + server.settings.heartbeatIntervalMs / (loops.get(server) ?? 1)',
    },
  ],
  rules: [],
  sentence:
    'A leader sends heartbeats periodically; the number of its earlier victories changes ' +
    'nothing (§5.2).',
  seen: ['6.824 Lab 2 notes (timothya.com)'],
  scenarios: [],
};
