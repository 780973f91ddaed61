import type { Core } from '@raftlens/core';

/** A core that chaos holds, step by step, to what another one does with the same inputs. */
export interface HeldCore extends Core {
  readonly heldTo: Core;
}

/** The same core, held to a correct one. */
export function holdTo(core: Core, correct: Core): HeldCore {
  return { ...core, heldTo: correct };
}

/** The core that this one is held to, if any. */
export function referenceOf(core: Core): Core | undefined {
  return 'heldTo' in core ? (core as HeldCore).heldTo : undefined;
}
