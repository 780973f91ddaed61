import type { Random } from './random.ts';

/**
 * A heavy-tailed draw with median 1: each further unit is half as likely as the one before it. It
 * is an exponential drawn without Math.log, whose last bits are not the same everywhere.
 */
export function halfLives(random: Random): number {
  let units = 0;
  while (units < 16 && random.next() < 0.5) units += 1;
  return units + random.next();
}
