import { bugs } from '@raftlens/bugs';
import { findScenario, scenarios, strategies } from '@raftlens/sim';
import { cleanRunsNeeded as runsFor } from '../report/failure-rate.ts';
import type { CommandLine } from './command-line.ts';
import { exhaustiveName } from './loop-flags.ts';
import { parsedLine } from './parsed-line.ts';
import { readIntensities } from './read-intensities.ts';
import { unknownName } from './unknown-name.ts';

const { text } = parsedLine;

/**
 * What is to be simulated. It is apart from `readCommandLine`, as it knows all that can be: whoever
 * loops a command need not load that, and starts processes faster for it.
 */
export function simulationLine({
  parsed,
  flags,
}: Extract<CommandLine, { kind: 'simulation' }>): CommandLine {
  const usage = (message: string): CommandLine => ({ kind: 'usage', message });
  const { strategy } = flags;
  const known = [...strategies.map((each) => each.name), exhaustiveName];
  if (strategy !== undefined && !known.includes(strategy)) {
    return usage(unknownName('strategy', strategy, known));
  }
  const intensities = readIntensities(parsed.fault);
  if (typeof intensities === 'string') return usage(intensities);
  const num = flags.below === undefined ? flags.num : runsFor(flags.below, flags.confidence);
  if (flags.below !== undefined && parsed.num !== undefined) {
    return usage('--below says how many runs a simulation makes: leave --num out');
  }
  const checked = { ...flags, intensities, num };
  const file = text(parsed.replay);
  if (file !== undefined) return { kind: 'replay', file, flags: checked };
  const name = text(parsed.scenario) ?? '2A';
  const scenario = findScenario(name);
  if (scenario === undefined) {
    const names = scenarios.map((each) => each.name);
    return usage(unknownName('scenario', name, names));
  }
  const bug = text(parsed.bug);
  if (bug !== undefined && !bugs.some((each) => each.name === bug)) {
    const names = bugs.map((each) => each.name);
    return usage(unknownName('bug', bug, names));
  }
  if (intensities !== undefined && scenario.name !== 'chaos') {
    return usage('--fault is for --scenario chaos');
  }
  return { kind: 'simulate', scenario, bug, flags: checked };
}
