import type { Role } from '@raftlens/trace';
import { raftNumber } from '../raft-number.ts';

/** A state of Kafka's QuorumState, as far as its text tells. */
export interface QuorumState {
  readonly name: string;
  readonly role: Role;
  readonly epoch: number | undefined;
  readonly voters: readonly string[];
  readonly leader: string | undefined;
  readonly votedFor: string | undefined;
}

const head = /^(\w{1,40}?)(?:State)?\(/;
const roles: Readonly<Record<string, Role>> = {
  Unattached: 'follower',
  Voted: 'follower',
  Follower: 'follower',
  Resigned: 'follower',
  Prospective: 'pre-candidate',
  Candidate: 'candidate',
  Leader: 'leader',
};

/** Reads `Voted(epoch=142, votedId=1, ...)`; undefined for `null` and for what is no state. */
export function readQuorumState(text: string, node: string): QuorumState | undefined {
  const name = head.exec(text)?.[1] ?? '';
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (role === undefined) return undefined;
  const voters = votersOf(text);
  // An observer follows and never votes.
  const observes = voters.length > 0 && !voters.includes(node) && role === 'follower';
  return {
    name,
    role: observes ? 'learner' : role,
    epoch: raftNumber(/\bepoch=(\d{1,15})\b/.exec(text)?.[1]),
    voters,
    leader: leaderOf(text),
    votedFor: /\bvoted(?:Id=|Key=(?:Optional\[)?ReplicaKey\(id=)(\d{1,10})\b/.exec(text)?.[1],
  };
}

function votersOf(text: string): readonly string[] {
  const list = /\bvoters=[[{]([\d, ]{1,500})[\]}]/.exec(text)?.[1];
  return list?.match(/\d{1,10}/g) ?? [];
}

function leaderOf(text: string): string | undefined {
  // By its number alone from 4.0 on; with its address for a while before.
  const [, id, endpoint] =
    /\b(?:leader(?:Id)?=(\d{1,10})\b(?![.:])|leader=[^ ]{1,300} \(id: (\d{1,10}) )/.exec(text) ??
    [];
  return id ?? endpoint;
}
