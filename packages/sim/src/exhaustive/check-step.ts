import type { Facts } from './facts.ts';
import type { Step } from './machine.ts';
import type { Violation } from './violation.ts';

/** What a step of one machine must not do, whatever the others are. */
export function checkStep(before: Facts, after: Facts, step: Step): Violation | undefined {
  return (
    checkTerm(before, after) ??
    checkVote(after, step) ??
    checkCommit(before, after, step) ??
    checkAppendOnly(before, after)
  );
}

/** currentTerm never falls, over restarts neither (Raft §5.1, Figure 2). */
function checkTerm(before: Facts, after: Facts): Violation | undefined {
  if (after.term >= before.term) return undefined;
  const message = `${after.id} goes back from term ${before.term} to term ${after.term}`;
  return { property: 'term-monotonic', message };
}

/** Each server votes for at most one candidate in a term (Raft §5.2). */
function checkVote(after: Facts, { machine, doubleVote }: Step): Violation | undefined {
  if (doubleVote === undefined) return undefined;
  const candidates = `${doubleVote.candidate} and ${machine.vote?.candidate ?? 'another'}`;
  const message = `${after.id} votes for ${candidates} in term ${doubleVote.term}`;
  return { property: 'double-vote', message };
}

/** commitIndex never falls while a server runs, and stays within its log (Raft Figure 2). */
function checkCommit(before: Facts, after: Facts, step: Step): Violation | undefined {
  const { id, commitIndex, log } = after;
  if (commitIndex > log.length) {
    const message = `${id} commits index ${commitIndex}, its log ends at ${log.length}`;
    return { property: 'beyond-last', message };
  }
  // It is volatile: a server that starts again does not know how far it had come.
  if (commitIndex >= before.commitIndex || step.restarted) return undefined;
  const message = `${id} goes back from commitIndex ${before.commitIndex} to ${commitIndex}`;
  return { property: 'commit-monotonic', message };
}

/** Leader Append-Only (Raft Figure 3): while it leads a term, a server only adds to its log. */
function checkAppendOnly(before: Facts, after: Facts): Violation | undefined {
  if (!before.leads || !after.leads || before.term !== after.term) return undefined;
  const lost = before.log.findIndex((entry, at) => {
    const now = after.log[at];
    return now?.term !== entry.term || now.hash !== entry.hash;
  });
  if (lost < 0) return undefined;
  const message = `${after.id}, leader of term ${after.term}, changes its log at index ${lost + 1}`;
  return { property: 'leader-append-only', message };
}
