import type { Decider } from '../capsule/decider.ts';

/** A decider that lets chance decide, but for what is given. */
export function passThrough(parts: Partial<Decider>): Decider {
  return {
    begin: () => {},
    delivery: (_message, drawn) => drawn(),
    timeout: (_node, _term, drawn) => drawn(),
    tester: () => {},
    client: () => {},
    ...parts,
  };
}
