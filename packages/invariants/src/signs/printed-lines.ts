import type { TraceEvent } from '@raftlens/trace';

/** Which kinds of lines a program is seen to print. */
export interface PrintedLines {
  observe(event: TraceEvent): void;
  /** In any of its lines. A kind of message or timer stands behind the event's name. */
  has(kind: string): boolean;
  /** Whether each server of these lines prints it, in that very life where that is asked. */
  hasEach(kind: string, events: readonly TraceEvent[], inLife: boolean): boolean;
}

/** Begins with none. */
export function createPrintedLines(): PrintedLines {
  const all = new Set<string>();
  const byServer = new Map<string, Set<string>>();
  const setOf = (key: string): Set<string> => {
    let kinds = byServer.get(key);
    if (kinds === undefined) {
      kinds = new Set();
      byServer.set(key, kinds);
    }
    return kinds;
  };
  /** The lines of one server come in a row: those of the last one are at hand. */
  let server: string | undefined;
  let life: string | undefined;
  let ofServer = new Set<string>();
  let ofLife = new Set<string>();
  return {
    observe(event) {
      const kind = kindOf(event);
      all.add(event.event);
      if (kind !== undefined) all.add(kind);
      if (event.node === undefined) return;
      const [itsServer, itsLife] = keysOf(event);
      if (itsServer !== server || itsLife !== life) {
        server = itsServer;
        life = itsLife;
        ofServer = setOf(itsServer);
        ofLife = setOf(itsLife);
      }
      ofServer.add(event.event);
      ofLife.add(event.event);
      if (kind === undefined) return;
      ofServer.add(kind);
      ofLife.add(kind);
    },
    has: (kind) => all.has(kind),
    hasEach: (kind, events, inLife) =>
      events.every((event) => {
        if (event.node === undefined) return all.has(kind);
        const [ofAll, ofOne] = keysOf(event);
        return byServer.get(inLife ? ofOne : ofAll)?.has(kind) === true;
      }),
  };
}

function keysOf({ node, inc }: TraceEvent): readonly [server: string, life: string] {
  return [`${node}`, `${node} ${inc ?? 0}`];
}

/** Timers that are told apart; a program may have any others. */
const timers: ReadonlySet<string> = new Set(['election', 'heartbeat', 'quorum-check']);

/** Messages and timers are of several kinds, of which a program may print some. */
function kindOf(event: TraceEvent): string | undefined {
  switch (event.event) {
    case 'message.sent':
    case 'message.received':
      return `${event.event} ${event.kind}`;
    case 'timer.started':
    case 'timer.expired':
      return timers.has(event.timer) ? `${event.event} ${event.timer}` : undefined;
    default:
      return undefined;
  }
}
