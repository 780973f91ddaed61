import { type Decision, isTimer } from './decision.ts';
import { type Grain, removeParts } from './remove-parts.ts';
import type { Workbench } from './workbench.ts';

/** A message that takes up to so many hops is not late. */
const lateHops = 4;

/** Lets whole classes of decisions go back to the benign default. */
export function dropClasses(bench: Workbench, grain: Grain): void {
  const { hopMs } = bench.best.cluster;
  const classes: readonly ((decision: Decision) => boolean)[] = [
    () => true,
    (decision) => !isTimer(decision),
    isTimer,
    (decision) => !isTimer(decision) && decision.fate !== 'lost',
    (decision) => !isTimer(decision) && decision.fate === 'lost',
    (decision) => !isTimer(decision) && isPrompt(decision.fate, hopMs),
  ];
  for (const each of classes) dropWhere(bench, each);
  if (grain === 'coarse') return;
  const kinds = new Set(bench.best.decisions.map(({ kind }) => kind));
  for (const kind of kinds) dropWhere(bench, (decision) => decision.kind === kind);
  const terms = new Set(bench.best.decisions.map(({ term }) => term));
  for (const term of terms) dropWhere(bench, (decision) => decision.term === term);
}

/** Lets decisions go back to the benign default. */
export function shrinkDecisions(bench: Workbench, grain: Grain): void {
  removeParts({
    grain,
    over: () => bench.over,
    parts: () => bench.best.decisions,
    keep: (decisions) => bench.attempt({ ...bench.best, decisions }),
  });
}

function dropWhere(bench: Workbench, drop: (decision: Decision) => boolean): void {
  const decisions = bench.best.decisions.filter((decision) => !drop(decision));
  if (decisions.length < bench.best.decisions.length) bench.attempt({ ...bench.best, decisions });
}

function isPrompt(fate: 'lost' | number, hopMs: number): boolean {
  return fate !== 'lost' && fate <= lateHops * hopMs;
}
