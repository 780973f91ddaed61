import type { Random } from '../random.ts';
import type { Decider } from './decider.ts';

/** A simulated machine, as far as its election timeouts go. */
export interface TimedMachine {
  readonly id: string;
  readonly random: Random;
  readonly disk: { readonly currentTerm: number };
  readonly server: { readonly currentTerm: number } | undefined;
}

/** The chances that a server of the core draws its election timeouts from. */
export function timeoutChances(machine: TimedMachine, decider: Decider | undefined): () => number {
  const { random } = machine;
  const next = (): number => random.next();
  if (decider === undefined) return next;
  return () => {
    const { currentTerm } = machine.server ?? machine.disk;
    return decider.timeout(machine.id, currentTerm, next);
  };
}
