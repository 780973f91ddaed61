/**
 * Who belongs to the cluster (Raft §6). While `votersOutgoing` is not empty the configuration is
 * joint: elections and commits need a majority of both sets.
 */
export interface Configuration {
  readonly voters: readonly string[];
  /** The voters of C_old in a joint configuration; empty otherwise. */
  readonly votersOutgoing: readonly string[];
  /** Servers that receive entries and neither vote nor count (thesis §4.2.1). */
  readonly learners: readonly string[];
}

/** C_old,new is in force. */
export function isJoint(configuration: Configuration): boolean {
  return configuration.votersOutgoing.length > 0;
}

/** A server votes and counts. */
export function isVoter(configuration: Configuration, id: string): boolean {
  return configuration.voters.includes(id) || configuration.votersOutgoing.includes(id);
}

/** Every server that receives entries, each once, in the order of the configuration. */
export function members(configuration: Configuration): readonly string[] {
  if (!isJoint(configuration) && configuration.learners.length === 0) return configuration.voters;
  const { voters, votersOutgoing, learners } = configuration;
  return [...new Set([...voters, ...votersOutgoing, ...learners])];
}

/** Every server that votes, each once. */
export function votingMembers(configuration: Configuration): readonly string[] {
  if (!isJoint(configuration)) return configuration.voters;
  return [...new Set([...configuration.voters, ...configuration.votersOutgoing])];
}
