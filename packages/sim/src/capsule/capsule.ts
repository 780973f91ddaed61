import type { ChaosSettings } from '../chaos/chaos-settings.ts';
import type { PlannedFault } from '../chaos/plan.ts';
import type { Decision } from './decision.ts';

/** The schema of capsules that this build reads and writes. */
export const capsuleSchema = 'raft-capsule/1';

/** What is done for a client: a command or a question is given to a server. */
export interface CapsuleOperation {
  /** When, ms after the trial begins. */
  readonly at: number;
  /** The server that is asked, or `leader`; one that does not lead takes no command. */
  readonly to: string;
  /** In the lab only: how often before, in the same instant, all that was done took effect. */
  readonly turn?: number | undefined;
  /** Chaos only: who asks what; in the lab every operation is a new command. */
  readonly client?: string | undefined;
  readonly kind?: 'put' | 'append' | 'get' | undefined;
  readonly key?: string | undefined;
  /** The same operation once more, for want of an answer. */
  readonly again?: true | undefined;
}

/** The cluster that a capsule runs on; times in ms. */
export type CapsuleCluster = Omit<ChaosSettings, 'clients' | 'thinkMs' | 'safetyMs'>;

/**
 * A run as plain data: what was done to a cluster and what chance decided in it, as far as it is
 * not the benign default. A small JSON file.
 *
 * Every decision is keyed by its meaning, not by its place in a stream of random numbers, and the
 * cluster stands in it in full. So a capsule still shows its failure when unrelated code draws more
 * or fewer numbers, or when the scenario that it came from has changed.
 */
export interface Capsule {
  readonly schema: typeof capsuleSchema;
  /** The test that it came from: one of the lab, or `chaos`. */
  readonly scenario: string;
  /** The seed that it came from; decides what a fault draws by itself, such as which bit flips. */
  readonly seed: number;
  /** The bug that was patched into the core, by name. */
  readonly bug?: string | undefined;
  /** The rule that it breaks, or what the test saw, such as `no-leader`. */
  readonly breaks: string;
  readonly cluster: CapsuleCluster;
  /** Faults and operations go on for so long, ms. */
  readonly lastsMs: number;
  /** Then all faults end, and the cluster must recover: leader, agreement, equal stores. */
  readonly converges: boolean;
  /** In the lab `disconnect` and `crash`, each of one server; in chaos its faults. */
  readonly plan: readonly PlannedFault[];
  readonly operations: readonly CapsuleOperation[];
  readonly decisions: readonly Decision[];
}

/** Faults and operations of a capsule; an operation that is repeated counts once. */
export function sizeOfCapsule({ plan, operations }: Capsule): number {
  return plan.length + operations.filter(({ again }) => again !== true).length;
}
