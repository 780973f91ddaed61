import type { Core, Sessions, SessionsSnapshot } from '@raftlens/core';
import { createExactlyOnce, type ExactlyOnce, type OnceRequest } from '../oracles/exactly-once.ts';
import type { Command } from './key-value-store.ts';
import type { Machine } from './machine.ts';

/** Where a command took effect, or nothing. */
type Response = number | undefined;

/** A session ends when its client is not heard of for so long, in committed time, ms. */
const timeoutMs = 300;
/** A client tells only with every so many commands which answers have reached it. */
const tellsEvery = 3;

/** With every so many commands another client says that it is alive. */
const livesEvery = 5;
/** Of the old copies every so many-th comes before the command, which says more of the answers. */
const earlyEvery = 4;
/** Of the new sessions every so many-th is idle at first. */
const idlesEvery = 2;

/** How often the clocks tick that sessions go by, ms. */
const tickMs = 50;

/** The sessions that the core has for state machines, one on each machine, and what they do. */
export interface ClientSessions {
  /** A state machine starts anew: empty, or from what `imageOf` gave. */
  restarted(machine: Machine, image: SessionsSnapshot<Response> | undefined): void;
  /** Taken right behind what stands at an index; the next command tells what is wrong with it. */
  imageOf(machine: Machine, index: number): SessionsSnapshot<Response>;
  /** A machine applies the command at an index; says what is wrong with what it makes of it. */
  applied(machine: Machine, index: number, command: Command): string | undefined;
}

/**
 * Has the sessions of each machine take each command as they would in front of a real state
 * machine, and holds what comes of it to what was committed: a client that is told that its session
 * is over begins a new one.
 */
export function createClientSessions(core: () => Core): ClientSessions {
  const open = new Map<Machine, Sessions<Response>>();
  const truth = createExactlyOnce(timeoutMs);
  /** What has to become of the command at each index. */
  const agreed: (string | undefined)[] = [];
  /** Committed time behind each index. */
  const clocks: (number | undefined)[] = [];
  let wrong: string | undefined;
  const of = (machine: Machine): Sessions<Response> => {
    const sessions = open.get(machine) ?? core().createSessions<Response>({ timeoutMs });
    open.set(machine, sessions);
    return sessions;
  };
  return {
    restarted(machine, restored) {
      open.set(machine, core().createSessions<Response>({ timeoutMs, restored }));
    },
    imageOf(machine, index) {
      const image = of(machine).snapshot();
      const clock = clocks[index] ?? image.clockMs;
      if (clock !== image.clockMs) {
        wrong ??=
          `${machine.id}, in its snapshot at index ${index}, has the time ${image.clockMs}; ` +
          `by what is committed it is ${clock} (thesis §6.3)`;
      }
      return image;
    },
    applied(machine, index, command) {
      agreed[index] ??= ruling(truth, index, command);
      clocks[index] ??= truth.clockMs();
      const outcome = takenBy(of(machine), index, command);
      if (outcome === agreed[index]) return wrong;
      return (
        `${machine.id}, at index ${index}, makes of commands of ${command.client}: ${outcome}; ` +
        `by what is committed they are: ${agreed[index]} (thesis §6.3)`
      );
    },
  };
}

/** What has to become of a command and of the old copy; a session that is over begins anew. */
function ruling(truth: ExactlyOnce, index: number, command: Command): string {
  const take = (request: OnceRequest): string => {
    const outcome = truth.next(index, request);
    const { kind } = outcome;
    if (kind !== 'applied' && kind !== 'repeated') return kind;
    return inWords(request, kind, responseAt(request, kind === 'applied' ? index : outcome.index));
  };
  return takeAll(command, index, {
    take,
    register: ({ client }) => truth.register(client),
    keepAlive: ({ client, at }) => truth.keepAlive(client, at),
  });
}

/** What becomes of them on a machine. */
function takenBy(sessions: Sessions<Response>, index: number, command: Command): string {
  const take = (request: OnceRequest): string => {
    const outcome = sessions.apply(request, () => responseAt(request, index));
    return 'response' in outcome ? inWords(request, outcome.kind, outcome.response) : outcome.kind;
  };
  return takeAll(command, index, {
    take,
    register: ({ client, at }) => sessions.register(client, at),
    keepAlive: ({ client, at }) => sessions.keepAlive(client, at),
  });
}

/** What is done with the sessions of one machine, or with what they have to be. */
interface Dealings {
  take(request: OnceRequest): string;
  register(request: OnceRequest): void;
  keepAlive(request: OnceRequest): boolean;
}

/**
 * Along with each command comes an old copy of one before, as from a network that is slow; with
 * some another client says that it is alive. Some clients whose session is over do nothing at first
 * in the new one.
 */
function takeAll(
  { client, number, at = 0 }: Command,
  index: number,
  { take, register, keepAlive }: Dealings,
): string {
  // Clocks of leaders go back by a little, and tick rarely enough for a timeout to end right then.
  const shown = (Math.floor(at / tickMs) - (index % 3)) * tickMs;
  const ofClient = { client: Number(client.slice(1)), at: shown };
  const request = { ...ofClient, ...numbered(number) };
  const copy = { ...ofClient, ...numbered(Math.max(1, number - 1 - (index % tellsEvery))) };
  const early = index % earlyEvery === 1 ? `${take(copy)}, ` : '';
  const other = { ...request, client: (request.client % 3) + 1 };
  const alive = index % livesEvery === 0 ? `, c${other.client} lives: ${keepAlive(other)}` : '';
  const outcome = take(request);
  const first = early + outcome + alive;
  if (outcome !== 'expired') return `${first}, ${take(copy)}`;
  register(request);
  return index % idlesEvery === 0 ? first : `${first}, ${take(request)}, ${take(copy)}`;
}

/** The number of a command, and what its client had been answered when it was sent. */
function numbered(sequence: number): Pick<OnceRequest, 'sequence' | 'firstUnacknowledged'> {
  return { sequence, firstUnacknowledged: Math.max(1, sequence - 1 - (sequence % tellsEvery)) };
}

/** Every other command is answered with nothing, which is an answer all the same. */
function responseAt({ sequence }: OnceRequest, index: number): Response {
  return sequence % 2 === 0 ? index : undefined;
}

function inWords({ sequence }: OnceRequest, kind: string, response: Response): string {
  return `${sequence} ${kind} with ${response ?? 'nothing'}`;
}
