import type { Decider } from '../capsule/decider.ts';

/** What a strategy does to a run; chance decides the rest. */
export type Pressing = Partial<Pick<Decider, 'begin' | 'delivery' | 'timeout'>>;

/** A decider that presses until the cluster is to heal, and then lets chance decide everything. */
export function passThrough({ begin, delivery, timeout }: Pressing): Decider {
  let pressing = true;
  return {
    begin(test) {
      pressing = true;
      begin?.(test);
    },
    delivery: (message, drawn) =>
      pressing && delivery !== undefined ? delivery(message, drawn) : drawn(),
    timeout: (node, term, drawn) =>
      pressing && timeout !== undefined ? timeout(node, term, drawn) : drawn(),
    tester: () => {},
    client: () => {},
    heal() {
      pressing = false;
    },
  };
}
