import { type Configuration, isJoint } from './configuration.ts';
import { pendingConfiguration } from './configurations.ts';
import { tellConfiguration } from './events/configuration-events.ts';
import { lastIndex, termAt } from './log.ts';
import { appendOwn, type Proposed } from './propose.ts';
import type { Server } from './server.ts';

/** The membership that a host asks for. */
export interface Membership {
  readonly voters: readonly string[];
  readonly learners: readonly string[];
}

/** What came of asking for a change. */
export type MembershipChange =
  | { readonly kind: 'proposed'; readonly proposed: Proposed }
  | {
      readonly kind: 'refused';
      readonly reason:
        | 'not-leader'
        | 'transfer-pending'
        | 'change-pending'
        | 'nothing-committed-yet'
        | 'no-voters';
    };

/**
 * Asks for another membership at time `now`, ms. A change of one voter goes in one step (thesis
 * §4.1); a larger one through a joint configuration, which the leader leaves by itself once it is
 * committed (Raft §6). A leader that has committed nothing in its own term refuses: without that,
 * two single changes of different leaders could have majorities that do not meet (the thesis'
 * erratum to §4.1).
 */
export function changeMembership(
  server: Server,
  wanted: Membership,
  now: number,
): MembershipChange {
  server.now = now;
  const reason = reasonToRefuse(server, wanted);
  if (reason !== undefined) return { kind: 'refused', reason };
  const configuration = nextConfiguration(server.configuration, wanted);
  tellConfiguration(server, 'config.proposed', lastIndex(server.log) + 1, configuration);
  return { kind: 'proposed', proposed: proposeConfiguration(server, configuration) };
}

/** Leaves a joint configuration that is committed: C_new takes its place (Raft §6). */
export function leaveJoint(server: Server): void {
  const { voters, learners } = server.configuration;
  proposeConfiguration(server, { voters, votersOutgoing: [], learners });
}

type Refusal = Extract<MembershipChange, { kind: 'refused' }>['reason'];

function reasonToRefuse(server: Server, wanted: Membership): Refusal | undefined {
  if (server.role !== 'leader') return 'not-leader';
  if (server.transfer !== undefined) return 'transfer-pending';
  if (wanted.voters.length === 0) return 'no-voters';
  if (pendingConfiguration(server) !== undefined || isJoint(server.configuration)) {
    return 'change-pending';
  }
  // It has yet to act upon the last change, by which it may lead no more.
  if (server.configurationCommitted) return 'change-pending';
  if (termAt(server.log, server.commitIndex) !== server.currentTerm) return 'nothing-committed-yet';
  return undefined;
}

function nextConfiguration(current: Configuration, wanted: Membership): Configuration {
  const { voters, learners } = wanted;
  const added = voters.filter((id) => !current.voters.includes(id)).length;
  const removed = current.voters.filter((id) => !voters.includes(id)).length;
  const votersOutgoing = added + removed > 1 ? current.voters : [];
  return { voters, votersOutgoing, learners };
}

function proposeConfiguration(server: Server, configuration: Configuration): Proposed {
  return appendOwn(server, {
    term: server.currentTerm,
    command: undefined,
    hash: `c${lastIndex(server.log) + 1}`,
    configuration,
  });
}
