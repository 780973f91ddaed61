import type { Message } from '@raftlens/core';
import type { Random } from './random.ts';

/** How the lab's network treats messages; the numbers of `labrpc` are in {@link labNetwork}. */
export interface NetworkMode {
  /** Median delay of every message, ms: the scheduling of the machine that the test runs on. */
  readonly hopMs: number;
  /** Further delay of a request, uniform from 0 to this, ms. */
  readonly requestDelayMs: number;
  readonly dropRequest: number;
  readonly dropResponse: number;
  /** Probability that a response is held back, by `reorderMs` and more. */
  readonly reorderResponse: number;
  readonly reorderMs: readonly [min: number, spread: number];
  /** What the tester calls it in the trace, where it is not what a correct network does. */
  readonly fault?: string;
}

/** The modes of MIT's `labrpc`: a reliable network only has the machine's own delays. */
export const labNetwork: {
  readonly reliable: NetworkMode;
  readonly unreliable: NetworkMode;
  readonly longReordering: NetworkMode;
} = {
  reliable: {
    hopMs: 0.2,
    requestDelayMs: 0,
    dropRequest: 0,
    dropResponse: 0,
    reorderResponse: 0,
    reorderMs: [0, 0],
  },
  unreliable: {
    hopMs: 0.2,
    requestDelayMs: 26,
    dropRequest: 0.1,
    dropResponse: 0.1,
    reorderResponse: 0,
    reorderMs: [0, 0],
    fault: 'unreliable-network',
  },
  longReordering: {
    hopMs: 0.2,
    requestDelayMs: 26,
    dropRequest: 0.1,
    dropResponse: 0.1,
    reorderResponse: 2 / 3,
    reorderMs: [200, 2_000],
    fault: 'long-reordering',
  },
};

/** `labrpc` ties a response to its request: only the request needs the link. */
export function isRequest(message: Message): boolean {
  return (
    message.kind === 'RequestVote' ||
    message.kind === 'AppendEntries' ||
    message.kind === 'InstallSnapshot' ||
    message.kind === 'PreVote'
  );
}

/** What becomes of a message: its delay in ms, or undefined when it is lost. */
export function fate(mode: NetworkMode, message: Message, random: Random): number | undefined {
  const request = isRequest(message);
  const drop = request ? mode.dropRequest : mode.dropResponse;
  if (drop > 0 && random.chance(drop)) return undefined;
  let delayMs = random.halfLives() * mode.hopMs;
  if (request && mode.requestDelayMs > 0) delayMs += random.next() * mode.requestDelayMs;
  if (!request && mode.reorderResponse > 0 && random.chance(mode.reorderResponse)) {
    const [min, spread] = mode.reorderMs;
    delayMs += min + random.next() * (1 + random.next() * spread);
  }
  return Math.round(delayMs * 1000) / 1000;
}
