import type { Configuration, Server } from '@raftlens/core';
import type { Breach } from './step.ts';

/**
 * A server goes by the last configuration of its log, or by that of its snapshot where the log has
 * none (Raft §6, §7). Says nothing where neither has one: it began with what its host said.
 */
export function atConfiguration(server: Server): Breach {
  const last = configurationThrough(server, Number.POSITIVE_INFINITY);
  if (last === undefined || isSame(last, server.configuration)) return undefined;
  return `it goes by ${words(server.configuration)}, and its log says ${words(last)} (Raft §6)`;
}

/**
 * A leader that has done all that it had to do does not stay in a joint configuration that is
 * committed, whoever committed it: it has the new one in its log (Raft §6).
 */
export function leavesJoint({ role, configuration, log, commitIndex }: Server): Breach {
  if (role !== 'leader' || configuration.votersOutgoing.length === 0) return undefined;
  const place = log.entries.findLastIndex((entry) => entry.configuration !== undefined);
  if (place >= 0 && log.baseIndex + 1 + place > commitIndex) return undefined;
  const under = words(configuration);
  return `it leads under ${under}, which is committed, and appends no other (Raft §6)`;
}

/** The last configuration up to an index, as log and snapshot have it. */
export function configurationThrough(
  { log, snapshot }: Server,
  index: number,
): Configuration | undefined {
  for (let at = Math.min(index - log.baseIndex, log.entries.length) - 1; at >= 0; at -= 1) {
    const configuration = log.entries[at]?.configuration;
    if (configuration !== undefined) return configuration;
  }
  return snapshot?.configuration;
}

/** The same servers with the same say, whatever their order. */
export function isSame(one: Configuration, other: Configuration): boolean {
  return one === other || words(one) === words(other);
}

/** A configuration as a breach names it. */
export function words({ voters, votersOutgoing, learners }: Configuration): string {
  const [voting, outgoing, learning] = [voters, votersOutgoing, learners].map((ids) =>
    ids.toSorted().join('+'),
  );
  return [voting, outgoing && `from ${outgoing}`, learning && `learners ${learning}`]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
