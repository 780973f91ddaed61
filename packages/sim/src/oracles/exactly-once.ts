/** A client's command, as all servers see it at one place of the log. */
export interface OnceRequest {
  readonly client: number;
  readonly sequence: number;
  readonly firstUnacknowledged: number;
  /** The leader's clock when it proposed it, ms. */
  readonly at: number;
}

/** What has to become of a command. */
export type OnceOutcome =
  | { readonly kind: 'applied' }
  /** It took effect at this index. */
  | { readonly kind: 'repeated'; readonly index: number }
  | { readonly kind: 'stale' }
  | { readonly kind: 'expired' };

interface Past {
  activeAt: number;
  firstUnacknowledged: number;
  /** Where each command took effect, by its number. */
  readonly effects: Map<number, number>;
}

/**
 * What the thesis says of a command, told from all that was committed before it (§6.3): it takes
 * effect once as long as its client's session lives, which committed time alone decides. It never
 * forgets, and knows nothing of snapshots, so that it holds state machines to it that do.
 */
export interface ExactlyOnce {
  /** The next command of the log is at `index`. */
  next(index: number, request: OnceRequest): OnceOutcome;
  /** Committed time: the latest that any leader's clock has shown. */
  clockMs(): number;
  /** A client begins anew. */
  register(client: number): void;
  /** A client says at this time that it is there; false when its session is over. */
  keepAlive(client: number, at: number): boolean;
}

/** A cluster in which no client has a session. */
export function createExactlyOnce(timeoutMs: number): ExactlyOnce {
  const clients = new Map<number, Past>();
  let clockMs = 0;
  const living = (client: number, at: number): Past | undefined => {
    clockMs = Math.max(clockMs, at);
    const past = clients.get(client);
    if (past === undefined || clockMs - past.activeAt >= timeoutMs) return undefined;
    past.activeAt = clockMs;
    return past;
  };
  return {
    clockMs: () => clockMs,
    next(index, { client, sequence, firstUnacknowledged, at }) {
      const past = living(client, at);
      if (past === undefined) return { kind: 'expired' };
      past.firstUnacknowledged = Math.max(past.firstUnacknowledged, firstUnacknowledged);
      if (sequence < past.firstUnacknowledged) return { kind: 'stale' };
      const effect = past.effects.get(sequence);
      if (effect !== undefined) return { kind: 'repeated', index: effect };
      past.effects.set(sequence, index);
      return { kind: 'applied' };
    },
    register(client) {
      clients.set(client, { activeAt: clockMs, firstUnacknowledged: 1, effects: new Map() });
    },
    keepAlive: (client, at) => living(client, at) !== undefined,
  };
}
