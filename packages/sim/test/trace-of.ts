import { createHash } from 'node:crypto';
import { type Core, core } from '@raftlens/core';
import {
  findScenario,
  findStrategy,
  runTrial,
  type TrialResult,
  withStrategy,
} from '@raftlens/sim';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';

/** Everything that one trial told. */
export interface Recorded {
  readonly result: TrialResult;
  readonly events: readonly TraceEvent[];
}

/** Runs a scenario by name, with a strategy by name, and keeps all its events. */
export function record(
  name: string,
  seed: number,
  under: Core = core,
  strategyName = 'uniform',
): Recorded {
  const scenario = findScenario(name);
  const strategy = findStrategy(strategyName);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  if (strategy === undefined) throw new RangeError(`no strategy is called ${strategyName}`);
  const events: TraceEvent[] = [];
  const observe = (event: TraceEvent): void => void events.push(event);
  const trial = { scenario, seed, core: under, observe };
  return { result: runTrial(withStrategy(trial, strategy)), events };
}

/** 64 bits over all encoded lines. */
export function digest(events: readonly TraceEvent[]): string {
  const hash = createHash('sha256');
  for (const event of events) hash.update(`${encodeEvent(event)}\n`);
  return hash.digest('hex').slice(0, 16);
}
