/**
 * A share above 0 and below 1: `1/1000`, `0.1%` or `0.001`; undefined where it is none.
 */
export function readShare(words: string): number | undefined {
  const [, upper, lower] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(words.trim()) ?? [];
  if (upper !== undefined) return proper(Number(upper) / Number(lower));
  const [, digits, percent] = /^(\d*\.?\d+)\s*(%?)$/.exec(words.trim()) ?? [];
  if (digits === undefined) return undefined;
  return proper(percent === '%' ? Number(digits) / 100 : Number(digits));
}

/** A confidence, which above 1 is in percent without its sign: `99` is `0.99`. */
export function readConfidence(words: string): number | undefined {
  const percent = /^\d+(\.\d+)?$/.test(words.trim()) && Number(words) > 1;
  return readShare(percent ? `${words.trim()}%` : words);
}

function proper(share: number): number | undefined {
  return share > 0 && share < 1 ? share : undefined;
}
