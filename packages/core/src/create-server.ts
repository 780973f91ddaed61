import { checkSettings } from './check-settings.ts';
import { enterConfiguration } from './configurations.ts';
import { tellStarted } from './events/role-events.ts';
import { rememberLeader } from './leader-stickiness.ts';
import { initialServer, type Server, type ServerOptions } from './server.ts';
import { restartElectionTimer } from './timers.ts';

/**
 * Starts a server at time `now`, ms: as follower, waiting for a leader or for its timeout (Raft
 * §5.2).
 */
export function createServer(options: ServerOptions, now: number): Server {
  checkSettings(options.settings);
  const server = initialServer(options);
  server.now = now;
  for (const [offset, entry] of server.log.entries.entries()) {
    if (entry.configuration === undefined) continue;
    enterConfiguration(server, server.log.baseIndex + 1 + offset, entry.configuration);
  }
  rememberLeader(server);
  tellStarted(server);
  restartElectionTimer(server, 'started');
  return server;
}
