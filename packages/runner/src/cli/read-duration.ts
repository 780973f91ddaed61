const unitMs: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1_000,
  sec: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Timers of Node hold no more than 2^31 ms. */
const longestMs = 2_000_000_000;

/**
 * A time in ms: seconds, or numbers with units such as `1h30m` and `200ms`; undefined for others.
 */
export function readDuration(text: string): number | undefined {
  const words = text.replaceAll(' ', '');
  if (/^(\d+\.?\d*|\.\d+)$/.test(words)) return within(Number(words) * 1_000);
  const part = /(\d+\.?\d*|\.\d+)(us|ms|s|sec|m|min|h|d)(?![a-z])/y;
  let ms = 0;
  while (part.lastIndex < words.length) {
    const [, number, unit = ''] = part.exec(words) ?? [];
    if (number === undefined) return undefined;
    ms += Number(number) * (unitMs[unit] ?? Number.NaN);
  }
  return words === '' ? undefined : within(ms);
}

function within(ms: number): number | undefined {
  return ms <= longestMs ? ms : undefined;
}
