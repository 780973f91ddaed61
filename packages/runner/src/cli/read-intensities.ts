import { faults, findFault, findLoad, loads } from '@raftlens/sim';
import { unknownName } from './unknown-name.ts';

/** The intensities of `--fault NAME=VALUE`, or what is wrong with one of them. */
export function readIntensities(
  value: unknown,
): Readonly<Record<string, number>> | string | undefined {
  if (!Array.isArray(value)) return undefined;
  const intensities: Record<string, number> = {};
  for (const word of value.map(String)) {
    const [, name = word, number = ''] = /^([^=]*)=(.*)$/.exec(word) ?? [];
    const fault = findFault(name) ?? findLoad(name);
    const known = [...faults, ...loads].map((each) => each.name);
    if (fault === undefined) return unknownName('fault', name, known);
    const intensity = /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : Number.NaN;
    const [min, max] = fault.range;
    if (intensity !== 0 && !(intensity >= min && intensity <= max)) {
      const range = `0, or ${min} to ${max} ${fault.unit}`;
      return `--fault ${fault.name} takes ${range}, not ${JSON.stringify(number)}`;
    }
    intensities[fault.name] = intensity;
  }
  return intensities;
}
