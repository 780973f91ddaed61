import { findStrategy, type Strategy } from '@raftlens/sim';

/** The strategy of this name, undefined for none. Throws for a name that is not known. */
export function strategyCalled(name: string | undefined): Strategy | undefined {
  if (name === undefined) return undefined;
  const strategy = findStrategy(name);
  if (strategy === undefined) throw new RangeError(`no strategy is called ${name}`);
  return strategy;
}
