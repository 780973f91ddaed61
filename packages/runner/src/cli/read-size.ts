const unitBytes: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A size in bytes, such as `64M` or `1.5GiB`; units are powers of 1024. Undefined for others. */
export function readSize(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d+\.?\d*)\s*([kmg]?)(?:i?b)?$/i.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  return Math.floor(Number(number) * (unitBytes[unit.toLowerCase()] ?? Number.NaN));
}
