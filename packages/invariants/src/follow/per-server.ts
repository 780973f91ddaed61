/** What a rule keeps of each server. */
export interface PerServer<State> {
  /** The state of `node`, made where there is none yet. */
  of(node: string): State;
  /** Every state made so far. */
  all(): Iterable<State>;
}

/** Starts with none. Servers speak several lines at a time: the last one asked for is at hand. */
export function createPerServer<State>(create: (node: string) => State): PerServer<State> {
  const states = new Map<string, State>();
  let lastNode: string | undefined;
  let last: State | undefined;
  return {
    of(node) {
      if (node === lastNode && last !== undefined) return last;
      let state = states.get(node);
      if (state === undefined) {
        state = create(node);
        states.set(node, state);
      }
      lastNode = node;
      last = state;
      return state;
    },
    all: () => states.values(),
  };
}
