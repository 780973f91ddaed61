/** A client's command, as it stands in the log: who sent it, and its number there. */
export interface SessionRequest {
  /** What `register` gave the client. */
  readonly client: number;
  /** 1, 2, 3, ...: the client's number for the command; a retry has the same one. */
  readonly sequence: number;
  /** Responses before this number have reached the client, and need not be kept. */
  readonly firstUnacknowledged: number;
  /** The leader's clock when it proposed the command, ms; it is committed with the command. */
  readonly at: number;
}

/** What became of a client's command. */
export type SessionOutcome<Response> =
  | { readonly kind: 'applied'; readonly response: Response }
  /** It had been applied before; the response is that of then. */
  | { readonly kind: 'repeated'; readonly response: Response }
  /** An old copy of a command whose response the client has had. */
  | { readonly kind: 'stale' }
  /** Whether it was applied before, nobody can say any more; it was not applied now. */
  | { readonly kind: 'expired' };

/** One client: when it was last active, and the responses that it may still ask for. */
export interface Session<Response> {
  readonly client: number;
  readonly activeAt: number;
  readonly firstUnacknowledged: number;
  readonly responses: readonly (readonly [sequence: number, response: Response])[];
}

/** The sessions as part of a snapshot; JSON can hold it if it can hold the responses. */
export interface SessionsSnapshot<Response> {
  readonly clockMs: number;
  readonly sessions: readonly Session<Response>[];
}

/**
 * The part of a state machine that applies each command of a client exactly once (thesis §6.3).
 * All of it is decided by what is committed, in the order of the log, so that all servers agree.
 */
export interface Sessions<Response> {
  /** A client registers with the entry at `index`, which becomes its id. */
  register(index: number, at: number): number;
  /** Applies a command unless that was done before. */
  apply(request: SessionRequest, run: () => Response): SessionOutcome<Response>;
  /** A client says that it is alive; false when its session is gone. */
  keepAlive(client: number, at: number): boolean;
  snapshot(): SessionsSnapshot<Response>;
}

/** What makes sessions. */
export interface SessionsOptions<Response> {
  /** A session ends when its client is not heard of for so long, ms, in committed time. */
  readonly timeoutMs: number;
  /** What a snapshot held; leave it out for a new state machine. */
  readonly restored?: SessionsSnapshot<Response> | undefined;
}

interface OpenSession<Response> {
  activeAt: number;
  firstUnacknowledged: number;
  /** Wrapped, for a response may be undefined itself. */
  readonly responses: Map<number, { readonly response: Response }>;
}

/**
 * Sessions of a state machine (thesis §6.3). Time is what leaders committed with their entries: it
 * never goes back, even where a new leader's clock is behind.
 */
export function createSessions<Response>(options: SessionsOptions<Response>): Sessions<Response> {
  const open = new Map<number, OpenSession<Response>>();
  let clockMs = options.restored?.clockMs ?? 0;
  for (const session of options.restored?.sessions ?? []) open.set(session.client, reopen(session));
  const advance = (at: number): void => {
    if (at <= clockMs) return;
    clockMs = at;
    for (const [client, { activeAt }] of open) {
      if (clockMs - activeAt >= options.timeoutMs) open.delete(client);
    }
  };
  return {
    register(index, at) {
      advance(at);
      open.set(index, { activeAt: clockMs, firstUnacknowledged: 1, responses: new Map() });
      return index;
    },
    apply(request, run) {
      advance(request.at);
      const session = open.get(request.client);
      if (session === undefined) return { kind: 'expired' };
      session.activeAt = clockMs;
      return applyOnce(session, request, run);
    },
    keepAlive(client, at) {
      advance(at);
      const session = open.get(client);
      if (session === undefined) return false;
      session.activeAt = clockMs;
      return true;
    },
    snapshot: () => ({ clockMs, sessions: [...open].map(toSnapshot) }),
  };
}

function applyOnce<Response>(
  session: OpenSession<Response>,
  { sequence, firstUnacknowledged }: SessionRequest,
  run: () => Response,
): SessionOutcome<Response> {
  const { responses } = session;
  forgetBefore(session, firstUnacknowledged);
  if (sequence < session.firstUnacknowledged) return { kind: 'stale' };
  const before = responses.get(sequence);
  if (before !== undefined) return { kind: 'repeated', ...before };
  const response = run();
  responses.set(sequence, { response });
  return { kind: 'applied', response };
}

function forgetBefore<Response>(session: OpenSession<Response>, sequence: number): void {
  if (sequence <= session.firstUnacknowledged) return;
  session.firstUnacknowledged = sequence;
  for (const each of session.responses.keys()) {
    if (each < sequence) session.responses.delete(each);
  }
}

function reopen<Response>(session: Session<Response>): OpenSession<Response> {
  const { activeAt, firstUnacknowledged } = session;
  const responses = new Map<number, { readonly response: Response }>();
  for (const [sequence, response] of session.responses) responses.set(sequence, { response });
  return { activeAt, firstUnacknowledged, responses };
}

function toSnapshot<Response>([client, session]: [
  number,
  OpenSession<Response>,
]): Session<Response> {
  const { activeAt, firstUnacknowledged } = session;
  const responses = [...session.responses].map(
    ([sequence, { response }]) => [sequence, response] as const,
  );
  return { client, activeAt, firstUnacknowledged, responses };
}
