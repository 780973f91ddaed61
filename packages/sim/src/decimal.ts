// The commands of the lab are numbers, and engines take long to make texts of those: what is asked
// of such a text is told without it.

/** A whole number whose text is its decimal digits, ten of them at most. */
export function isDecimal(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 2 ** 31 && (value | 0) === value;
}

/** How long the text of such a number is. */
export function decimalLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) length += 1;
  return length;
}

/** Its character codes go to the front of `codes`; gives how many there are. */
export function decimalCodes(value: number, codes: number[]): number {
  const length = decimalLength(value);
  let rest = value;
  for (let index = length - 1; index >= 0; index -= 1) {
    const shorter = (rest / 10) | 0;
    codes[index] = zero + rest - 10 * shorter;
    rest = shorter;
  }
  return length;
}

const zero = '0'.charCodeAt(0);
