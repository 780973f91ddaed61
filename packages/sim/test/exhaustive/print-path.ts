import type { Action } from '@raftlens/sim';

/** A path in one line an action, as a reader would tell it. */
export function printPath(path: readonly Action[]): string {
  return path.map(printAction).join('\n');
}

function printAction(action: Action): string {
  if (!('message' in action)) return `${action.kind} ${action.server}`;
  const { kind, term, from, to, nth } = action.message;
  return `${action.kind} ${kind} ${nth} of term ${term}, ${from} to ${to}`;
}
