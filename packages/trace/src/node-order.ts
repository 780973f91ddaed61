/**
 * Compares the ids of two servers for sorting: n2 before n10, and else by code unit.
 *
 * A total order that knows no locale: runs of digits compare as numbers of any length, all else
 * unit by unit, and ids that differ only in leading zeros by code unit.
 */
export function nodeOrder(a: string, b: string): number {
  let atA = 0;
  let atB = 0;
  while (atA < a.length && atB < b.length) {
    const endA = digitsEnd(a, atA);
    const endB = digitsEnd(b, atB);
    const bothNumbers = endA > atA && endB > atB;
    const order = bothNumbers
      ? numeralOrder(a.slice(atA, endA), b.slice(atB, endB))
      : a.charCodeAt(atA) - b.charCodeAt(atB);
    if (order !== 0) return order;
    atA = bothNumbers ? endA : atA + 1;
    atB = bothNumbers ? endB : atB + 1;
  }
  const rest = a.length - atA - (b.length - atB);
  return rest === 0 ? unitOrder(a, b) : rest;
}

/** Where the run of digits ends that starts at `from`; `from` itself where there is none. */
function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Compares numerals without making numbers of them, which would be exact only up to 2^53. */
function numeralOrder(a: string, b: string): number {
  const digitsA = a.replace(/^0+/, '');
  const digitsB = b.replace(/^0+/, '');
  return digitsA.length - digitsB.length || unitOrder(digitsA, digitsB);
}

function unitOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
