import { type Configuration, isVoter } from './configuration.ts';
import { tellConfiguration } from './events/configuration-events.ts';
import type { Server } from './server.ts';

/** A configuration and the log index that it stands at. */
export interface PlacedConfiguration {
  readonly index: number;
  readonly configuration: Configuration;
}

/** The configuration in force is always the last one in the log, committed or not (Raft §6). */
export function configurationOf(server: Server): Configuration {
  const last = server.configurations[server.configurations.length - 1];
  if (last === undefined) throw new Error('a server always has a configuration');
  return last.configuration;
}

/** A configuration entered the log at `index`, and holds from now on. */
export function enterConfiguration(
  server: Server,
  index: number,
  configuration: Configuration,
): void {
  server.configurations.push({ index, configuration });
  server.configuration = configuration;
  tellConfiguration(server, 'config.appended', index, configuration);
}

/** The log was truncated from `fromIndex` on: the configuration before is in force again. */
export function leaveConfigurations(server: Server, fromIndex: number): void {
  const { configurations } = server;
  while (configurations.length > 1 && (configurations.at(-1)?.index ?? 0) >= fromIndex) {
    configurations.pop();
  }
  server.configuration = configurationOf(server);
}

/** The log is compacted through `index`: nobody asks again what held before (Raft §7). */
export function forgetConfigurations(server: Server, index: number): void {
  const { configurations } = server;
  let outdated = 0;
  while ((configurations[outdated + 1]?.index ?? Number.POSITIVE_INFINITY) <= index) outdated += 1;
  configurations.splice(0, outdated);
}

/** The configuration that held at a log index; not before the log's beginning. */
export function configurationAt(server: Server, index: number): Configuration {
  let configuration = server.configurations[0]?.configuration ?? server.configuration;
  for (const placed of server.configurations) {
    if (placed.index <= index) configuration = placed.configuration;
  }
  return configuration;
}

/** A configuration that is in the log and not yet committed; there is at most one (thesis §4.1). */
export function pendingConfiguration(server: Server): PlacedConfiguration | undefined {
  const last = server.configurations[server.configurations.length - 1];
  return last !== undefined && last.index > server.commitIndex ? last : undefined;
}

/**
 * May ask for votes: a voter, and also one that the last configuration removes, as long as that is
 * not known to be committed. Without it nobody might be left who can win (thesis §4.2.2).
 */
export function mayCampaign(server: Server): boolean {
  if (isVoter(server.configuration, server.id)) return true;
  if (pendingConfiguration(server) === undefined) return false;
  const before = server.configurations[server.configurations.length - 2];
  return before !== undefined && isVoter(before.configuration, server.id);
}
