import { type Counted, left, spend } from './budget.ts';
import { type Choice, type Found, follow } from './follow.ts';
import type { DeedKind } from './lineage.ts';
import { layout, type Search, sumHashes } from './search.ts';
import { inputs, type Outcome } from './steps.ts';

/** Takes the next state of the queue, number `state`, and puts in the queue what it leads to. */
export function expand(search: Search, state: number): Found | undefined {
  const length = search.queue.shift(search.state);
  sumHashes(search, length);
  return expandMessages(search, state, length) ?? expandServers(search, state, length);
}

/** Each message in flight arrives, stays for another time, or is lost; equal ones count as one. */
function expandMessages(search: Search, state: number, length: number): Found | undefined {
  const { steps, servers } = search;
  const from = servers + layout.messages;
  const budget = search.state[servers + layout.budget] ?? 0;
  for (let at = from; at < length; at += 1) {
    const message = search.state[at] ?? 0;
    if (search.state.indexOf(message, from) < at) continue;
    const server = steps.receiverOf(message);
    const machine = search.state[server] ?? 0;
    const outcome = steps.outcome(machine, inputs.firstMessage + message);
    const choice = { state, length, server, outcome, operand: message };
    const delivery: Choice = { ...choice, kind: 'deliver', removed: at, budget };
    const found =
      follow(search, delivery) ??
      (left(budget, 'duplications') > 0 && !isIdle(machine, outcome)
        ? follow(search, {
            ...choice,
            kind: 'duplicate',
            removed: -1,
            budget: spend(budget, 'duplications'),
          })
        : undefined);
    if (found !== undefined) return found;
    if (left(budget, 'losses') === 0) continue;
    const lost: Choice = {
      ...choice,
      kind: 'lose',
      removed: at,
      outcome: undefined,
      budget: spend(budget, 'losses'),
    };
    follow(search, lost);
  }
  return undefined;
}

/** What may happen to a server by itself, what it counts as, and the input that it is. */
const ownDeeds: readonly (readonly [DeedKind, Counted, number])[] = [
  ['election-timeout', 'elections', inputs.electionTimeout],
  ['heartbeat', 'heartbeats', inputs.heartbeat],
  ['propose', 'commands', inputs.propose],
  ['restart', 'restarts', inputs.restart],
];

function expandServers(search: Search, state: number, length: number): Found | undefined {
  const { steps, servers, commands } = search;
  const budget = search.state[servers + layout.budget] ?? 0;
  for (const [kind, counted, plainInput] of ownDeeds) {
    const remaining = left(budget, counted);
    if (remaining === 0) continue;
    // Commands are told apart by their numbers, from 1 on.
    const input = kind === 'propose' ? plainInput + 1 + commands - remaining : plainInput;
    for (let server = 0; server < servers; server += 1) {
      const machine = search.state[server] ?? 0;
      if (!steps.can(machine, kind)) continue;
      const outcome = steps.outcome(machine, input);
      // Whatever comes after nothing happened comes without it too, with more left of the bounds.
      if (isIdle(machine, outcome)) continue;
      const found = follow(search, {
        state,
        length,
        kind,
        operand: server,
        server,
        removed: -1,
        outcome,
        budget: spend(budget, counted),
      });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isIdle(machine: number, { next, sent, violation }: Outcome): boolean {
  return next === machine && sent.length === 0 && violation === undefined;
}
