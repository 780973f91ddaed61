import type { LedgerHeader } from '../command/ledger.ts';

/** What two ledgers must have in common for their runs to be runs of one loop. */
const common: readonly (readonly [
  what: string,
  of: (header: LedgerHeader) => string | number | null | undefined,
])[] = [
  ['command', ({ command }) => command.join(' ')],
  ['command', ({ argv }) => argv],
  ['commit', ({ commit }) => commit],
  ['--num', ({ num }) => num],
  ['--seed', ({ seed }) => seed],
];

/** How two ledgers contradict each other, in words; what one of them does not say is no matter. */
export function headerConflict(one: LedgerHeader, other: LedgerHeader): string | undefined {
  for (const [what, of] of common) {
    const [a, b] = [of(one), of(other)];
    if (a === undefined || b === undefined || a === b) continue;
    const [said, says] = [a, b].map((each) => each ?? 'inf');
    return `another ${what}: ${says}, not ${said}`;
  }
  return undefined;
}
