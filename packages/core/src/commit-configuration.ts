import type { Configuration } from './configuration.ts';
import { tellConfiguration } from './events/configuration-events.ts';
import type { Server } from './server.ts';

/**
 * A configuration is committed (Raft §6). Those before it cannot come back, but a snapshot of an
 * earlier index still has to name the one that held there: they stay as long as the log does.
 */
export function commitConfiguration(
  server: Server,
  index: number,
  configuration: Configuration,
): void {
  tellConfiguration(server, 'config.committed', index, configuration);
  server.configurationCommitted = true;
}
