/** Beyond this many milliseconds (the year 2248) a double no longer holds every microsecond. */
const exactMicroseconds = 2 ** 43;

/** The decimal ends of 0 to 999 thousandths: '', '.001', ..., '.5', ..., '.999'. */
const thousandths: readonly string[] = Array.from({ length: 1000 }, (_, count) =>
  String(count / 1000).slice(1),
);

/** The last three digits of whole milliseconds: '000' to '999'. */
const threeDigits: readonly string[] = Array.from({ length: 1000 }, (_, count) =>
  String(count).padStart(3, '0'),
);

/** The second that was printed last, as the next line is most often of the same. */
let lastSecond = 0;
let lastSecondText = '0';

/**
 * Prints a number as JSON with at most three decimals: microseconds, where it is milliseconds.
 *
 * Sums of fractions would else print noise (0.30000000000000004), and differ after a round trip.
 * What is not finite has no JSON number and prints as `null`, as JSON.stringify does.
 */
export function printNumber(value: number): string {
  if (Number.isInteger(value)) return `${value}`;
  if (!Number.isFinite(value)) return 'null';
  if (value < 0 || value >= exactMicroseconds) return printRounded(value);
  const micros = Math.round(value * 1000);
  const whole = Math.floor(micros / 1000);
  const end = thousandths[micros - whole * 1000];
  return whole < 1000 ? `${whole}${end}` : `${inSeconds(whole)}${end}`;
}

/** Whole milliseconds, from one second on: large numbers are slow to print. */
function inSeconds(whole: number): string {
  const second = Math.floor(whole / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastSecondText = `${second}`;
  }
  return `${lastSecondText}${threeDigits[whole - second * 1000]}`;
}

function printRounded(value: number): string {
  const rounded = Math.abs(value) < exactMicroseconds ? Math.round(value * 1000) / 1000 : value;
  return `${rounded}`;
}
