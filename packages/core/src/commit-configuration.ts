import type { Configuration } from './configuration.ts';
import { tellConfiguration } from './events/configuration-events.ts';
import type { Server } from './server.ts';

/** A configuration is committed: those before it can never come back (Raft §6). */
export function commitConfiguration(
  server: Server,
  index: number,
  configuration: Configuration,
): void {
  server.configurations = server.configurations.filter((placed) => placed.index >= index);
  tellConfiguration(server, 'config.committed', index, configuration);
  server.configurationCommitted = true;
}
