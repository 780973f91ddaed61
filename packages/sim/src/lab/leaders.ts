import type { Host } from '../cluster.ts';
import { hostAt, type Lab, tell } from './lab.ts';
import { LabFailure } from './lab-failure.ts';
import { sleep } from './sleep.ts';

/**
 * Asks the connected servers until one of them leads, ten times, 450 to 549 ms apart; returns the
 * leader of the newest term, counted from 0. Fails on two leaders in a term, or on none.
 */
export function checkOneLeader(lab: Lab): number {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    sleep(lab, lab.random.integer(450, 549));
    const leading = leadersOf(lab);
    // Nearly always, and there is nothing to compare.
    if (leading.length === 1) return leading[0]?.index ?? 0;
    const byTerm = leadersByTerm(leading);
    for (const [term, leaders] of byTerm) {
      if (leaders.length > 1) {
        fail(lab, 'leaders-in-term', `term ${term} has ${leaders.length} (>1) leaders`, {
          ofTerm: term,
          count: leaders.length,
        });
      }
    }
    const newest = Math.max(...byTerm.keys());
    const leader = byTerm.get(newest)?.[0];
    if (leader !== undefined) return leader;
  }
  return fail(lab, 'no-leader', 'expected one leader, got none');
}

/** Asks the connected servers for their term; fails unless they agree. */
export function checkTerms(lab: Lab): number {
  let term: number | undefined;
  for (const host of lab.hosts) {
    if (!host.connected || host.server === undefined) continue;
    term ??= host.server.currentTerm;
    if (term !== host.server.currentTerm) fail(lab, 'terms-disagree', 'servers disagree on term');
  }
  return term ?? -1;
}

/** Fails if a connected server says that it leads. */
export function checkNoLeader(lab: Lab): void {
  for (const host of lab.hosts) {
    if (!host.connected || host.server?.role !== 'leader') continue;
    fail(lab, 'unexpected-leader', `expected no leader, but ${host.index} claims to be leader`, {
      ofTerm: host.server.currentTerm,
    });
  }
}

/** What a server answers to the tester's `GetState`. */
export function getState(
  lab: Lab,
  index: number,
): { readonly term: number; readonly leads: boolean } {
  const { server } = hostAt(lab, index);
  return { term: server?.currentTerm ?? 0, leads: server?.role === 'leader' };
}

/** The connected servers that lead. */
function leadersOf(lab: Lab): readonly Host[] {
  const leading: Host[] = [];
  for (const host of lab.hosts) {
    if (host.connected && host.server?.role === 'leader') leading.push(host);
  }
  return leading;
}

function leadersByTerm(leading: readonly Host[]): ReadonlyMap<number, readonly number[]> {
  const byTerm = new Map<number, number[]>();
  for (const { index, server } of leading) {
    if (server === undefined) continue;
    const leaders = byTerm.get(server.currentTerm);
    if (leaders === undefined) byTerm.set(server.currentTerm, [index]);
    else leaders.push(index);
  }
  return byTerm;
}

function fail(
  lab: Lab,
  fact: string,
  message: string,
  seen: { ofTerm?: number; count?: number } = {},
): never {
  tell(lab, { event: 'test.observed', fact, message, ...seen });
  throw new LabFailure(fact, message, seen);
}
