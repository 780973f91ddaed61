import { checkCluster } from './check-cluster.ts';
import type { Facts } from './facts.ts';
import type { HashColumn } from './hash-column.ts';
import type { Deed, DeedKind } from './lineage.ts';
import { markVisited } from './mark-visited.ts';
import { layout, type Search } from './search.ts';
import type { Outcome } from './steps.ts';
import type { Violation } from './violation.ts';

/** Something that may happen in the state at work. */
export interface Choice {
  /** The number of that state, and how long its vector is. */
  readonly state: number;
  readonly length: number;
  readonly kind: DeedKind;
  readonly operand: number;
  /** The server that it happens to, and what comes of it; nothing when a message is lost. */
  readonly server: number;
  readonly outcome: Outcome | undefined;
  /** Where the message stands that leaves the flight; -1 for none. */
  readonly removed: number;
  /** The budget after it. */
  readonly budget: number;
}

/** A violation, and what happened up to it. */
export interface Found {
  readonly violation: Violation;
  readonly deeds: readonly Deed[];
}

/** Has it happen, and keeps the state that it leads to unless that was reached before. */
export function follow(search: Search, choice: Choice): Found | undefined {
  search.transitions += 1;
  const { outcome } = choice;
  if (isWanted(search, outcome?.violation)) return found(search, choice, outcome.violation);
  let history = search.state[search.servers + layout.history] ?? 0;
  if (outcome !== undefined) {
    const after = search.steps.historyAfter(history, outcome);
    if (typeof after === 'number') history = after;
    else if (isWanted(search, after)) return found(search, choice, after);
  }
  const length = makeSuccessor(search, choice, history);
  if (!markVisited(search.visited, search.successorSums, choice.budget)) return undefined;
  search.queue.push(search.successor, length);
  search.lineage.push(choice.state, choice.kind, choice.operand);
  if (outcome === undefined) return undefined;
  const violation = checkSuccessor(search, history);
  return isWanted(search, violation) ? found(search, choice, violation) : undefined;
}

function isWanted(search: Search, violation: Violation | undefined): violation is Violation {
  if (violation === undefined) return false;
  return search.properties === undefined || search.properties.has(violation.property);
}

function found(search: Search, { state, kind, operand }: Choice, violation: Violation): Found {
  return { violation, deeds: [...search.lineage.pathTo(state), { kind, operand }] };
}

/** Makes the successor's vector and its hashes out of the state at work, and returns its length. */
function makeSuccessor(search: Search, choice: Choice, history: number): number {
  const { steps, state, successor, servers, sums, successorSums } = search;
  const { length, removed, outcome } = choice;
  const { machines, messages, histories } = steps;
  successor.set(state.subarray(0, length));
  successorSums.set(sums);
  successor[servers + layout.budget] = choice.budget;
  let end = length;
  if (removed >= 0) {
    messages.hashes.subtract(successorSums, state[removed] ?? 0);
    end -= 1;
    successor[removed] = state[end] ?? 0;
  }
  if (outcome === undefined) return end;
  exchange(search, choice.server, outcome.next, machines.hashes);
  exchange(search, servers + layout.history, history, histories.hashes);
  for (const message of outcome.sent) {
    const overtaken = search.newestOnly ? waitingOnLink(search, message, end) : end;
    if (overtaken < end) {
      exchange(search, overtaken, message, messages.hashes);
    } else {
      successor[end] = message;
      messages.hashes.add(successorSums, message);
      end += 1;
    }
  }
  return end;
}

/** Puts another number in the place of one, in the successor and in its hashes. */
function exchange(search: Search, place: number, number: number, hashes: HashColumn): void {
  const { successor, successorSums } = search;
  const before = successor[place] ?? 0;
  if (before === number) return;
  hashes.subtract(successorSums, before);
  hashes.add(successorSums, number);
  successor[place] = number;
}

/** Where a message to the same server from the same one waits; `end` when there is none. */
function waitingOnLink(
  { steps, servers, successor }: Search,
  message: number,
  end: number,
): number {
  const link = steps.linkOf(message);
  for (let at = servers + layout.messages; at < end; at += 1) {
    if (steps.linkOf(successor[at] ?? 0) === link) return at;
  }
  return end;
}

function checkSuccessor(search: Search, history: number): Violation | undefined {
  const { steps, successor, servers } = search;
  const facts: Facts[] = [];
  for (let at = 0; at < servers; at += 1) facts.push(steps.factsOf(successor[at] ?? 0));
  return checkCluster(facts, steps.histories.things[history]?.committed ?? []);
}
