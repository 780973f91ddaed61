/** An etcd member's id as etcd's lines print it: hexadecimal without leading zeros. */
export function memberId(hex: string): string {
  if (!hex.startsWith('0')) return hex;
  return hex.replace(/^0{1,16}(?=[0-9a-f])/, '');
}

/** The same id from decimal, as `switched to configuration voters=(...)` prints it. */
export function memberIdOfDecimal(decimal: string): string {
  return BigInt(decimal).toString(16);
}
