import { carriedFormat, unwrap } from './carriers/carried-format.ts';
import type { Carrier } from './carriers/carrier.ts';
import { findCarriers } from './carriers/find-carriers.ts';
import type { Format } from './format.ts';
import { formats } from './formats.ts';
import { stripPrefix } from './strip-prefix.ts';

/** Less than this is chance. */
const leastScore = 0.05;
/** Up to here, something else may be surer. */
const doubtful = 0.6;

/**
 * Tells the format of a file from its first lines, as they stand in the file, and how to read it
 * behind what carriers of logs wrote before each line.
 *
 * The surest format wins, and the one that is registered first where two are equally sure.
 * Undefined where no format knows any of the lines.
 */
export function detectFormat(sample: readonly string[]): Format | undefined {
  const plain = surest(sample, findCarriers(sample, false));
  const best =
    plain !== undefined && plain.score > doubtful
      ? plain
      : surest(sample, findCarriers(sample, true));
  return best && carriedFormat(best.format, best.wrapping, sample);
}

interface Found {
  readonly format: Format;
  readonly wrapping: readonly Carrier[];
  readonly score: number;
}

/** Of carriers that make it no less sure, the most: they may say whose a line is. */
function surest(
  sample: readonly string[],
  wrappings: readonly (readonly Carrier[])[],
): Found | undefined {
  let best: Found | undefined;
  for (const wrapping of wrappings) {
    const lines = sample.map((line) => stripPrefix(unwrap(line, wrapping).text));
    const found = formatOf(lines);
    if (found !== undefined && found.score >= (best?.score ?? 0)) best = { ...found, wrapping };
  }
  return best;
}

function formatOf(lines: readonly string[]): Omit<Found, 'wrapping'> | undefined {
  let best: Format | undefined;
  let bestScore = leastScore;
  for (const format of formats) {
    const score = format.detect(lines);
    if (score > bestScore) {
      best = format;
      bestScore = score;
    }
  }
  return best && { format: best, score: bestScore };
}
