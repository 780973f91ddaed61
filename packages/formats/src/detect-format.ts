import type { Format } from './format.ts';
import { formats } from './formats.ts';
import { stripPrefix } from './strip-prefix.ts';

/** Less than this is chance. */
const leastScore = 0.05;

/**
 * Tells the format of a file from its first lines, as they stand in the file.
 *
 * The surest format wins, and the one that is registered first where two are equally sure.
 * Undefined where no format knows any of the lines.
 */
export function detectFormat(sample: readonly string[]): Format | undefined {
  const stripped = sample.map(stripPrefix);
  let best: Format | undefined;
  let bestScore = leastScore;
  for (const format of formats) {
    const score = format.detect(stripped);
    if (score > bestScore) {
      best = format;
      bestScore = score;
    }
  }
  return best;
}
