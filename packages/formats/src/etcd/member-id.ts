/** An etcd member's id as etcd's lines print it: hexadecimal without leading zeros. */
export function memberId(hex: string): string {
  if (!hex.startsWith('0')) return hex;
  return hex.replace(/^0{1,16}(?=[0-9a-f])/, '');
}

/** Ids from decimal: a cluster has a few, and says them again in each configuration. */
const known = new Map<string, string>();
const mostKnown = 1000;

/** The same id from decimal, as `switched to configuration voters=(...)` prints it. */
export function memberIdOfDecimal(decimal: string): string {
  const before = known.get(decimal);
  if (before !== undefined) return before;
  const id = BigInt(decimal).toString(16);
  if (known.size < mostKnown) known.set(decimal, id);
  return id;
}
