import { civilTimeMs } from '../civil-time.ts';
import { createStampReader } from '../stamp.ts';

/** Reads the text of a time, in ms since the epoch; undefined where it is none. */
export type Clock = (text: string) => number | undefined;

/** How a definition says that times are written, or undefined for words that say nothing. */
export type OpenClock = () => Clock;

const unitsInMs: Readonly<Record<string, number>> = { s: 1000, ms: 1, us: 1e-3, ns: 1e-6 };
const dayMs = 86_400_000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * What `time` in a definition means: `iso` (a date, and a time of day), `s`, `ms`, `us`, `ns`
 * (numbers, since the epoch or since the start), a number (so many ms is one), or a pattern of
 * `%Y %m %b %d %H %M %S %f %z`. Without a date, a clock that passes midnight begins another day.
 */
export function clockOf(written: string | number): OpenClock | undefined {
  if (typeof written === 'number') {
    return Number.isFinite(written) && written > 0 ? () => counter(written) : undefined;
  }
  if (written === 'iso') return isoClock;
  const unit = Object.hasOwn(unitsInMs, written) ? unitsInMs[written] : undefined;
  if (unit !== undefined) return () => counter(unit);
  const steps = stepsOf(written);
  return steps === undefined ? undefined : () => patternClock(steps);
}

function isoClock(): Clock {
  const readStamp = createStampReader();
  return (text) => {
    const stamp = readStamp(text, 0);
    return stamp?.end === text.length ? stamp.time : undefined;
  };
}

function counter(unitMs: number): Clock {
  return (text) => {
    if (!/^\d{1,20}(?:\.\d{1,20})?$/.test(text)) return undefined;
    // Whole microseconds, as that is what a trace holds.
    return Math.round(Number(text) * unitMs * 1000) / 1000;
  };
}

interface Reading {
  readonly numbers: Map<string, number>;
  at: number;
}

type Step = (text: string, reading: Reading) => boolean;

function stepsOf(pattern: string): readonly Step[] | undefined {
  if (!pattern.includes('%') || pattern.length > 100) return undefined;
  const steps: Step[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character !== '%') {
      steps.push(literal(character));
      continue;
    }
    at += 1;
    const step = directive(pattern.charAt(at));
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return steps;
}

function directive(letter: string): Step | undefined {
  if (letter === '%') return literal('%');
  if (letter === 'Y') return digits('Y', 4, 4);
  if (letter === 'f') return fraction;
  if (letter === 'b') return month;
  if (letter === 'z') return zone;
  return letter !== '' && 'mdHMS'.includes(letter) ? digits(letter, 1, 2) : undefined;
}

function literal(character: string): Step {
  return (text, reading) => {
    if (text.charAt(reading.at) !== character) return false;
    reading.at += 1;
    return true;
  };
}

function digits(letter: string, least: number, most: number): Step {
  return (text, reading) => {
    // Days of one digit are often padded with a space.
    const padding = letter === 'd' && text.charAt(reading.at) === ' ' ? 1 : 0;
    const found = /^\d{1,9}/.exec(text.slice(reading.at + padding, reading.at + padding + most));
    if (found === null || found[0].length < least) return false;
    reading.numbers.set(letter, Number(found[0]));
    reading.at += padding + found[0].length;
    return true;
  };
}

const fraction: Step = (text, reading) => {
  const found = /^\d{1,9}/.exec(text.slice(reading.at, reading.at + 9));
  if (found === null) return false;
  reading.numbers.set('f', Number(found[0].padEnd(6, '0').slice(0, 6)) / 1000);
  reading.at += found[0].length;
  return true;
};

const month: Step = (text, reading) => {
  const number = months.indexOf(text.slice(reading.at, reading.at + 3).toLowerCase()) + 1;
  reading.numbers.set('m', number);
  reading.at += 3;
  return number > 0;
};

const zone: Step = (text, reading) => {
  const found = /^(?:Z|([+-])(\d\d):?(\d\d))/.exec(text.slice(reading.at, reading.at + 6));
  if (found === null) return false;
  const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
  reading.numbers.set('z', found[1] === '-' ? -minutes : minutes);
  reading.at += found[0].length;
  return true;
};

function patternClock(steps: readonly Step[]): Clock {
  let days = 0;
  let last = 0;
  return (text) => {
    const reading: Reading = { numbers: new Map(), at: 0 };
    if (!steps.every((step) => step(text, reading)) || reading.at !== text.length) return undefined;
    const { numbers } = reading;
    const number = (letter: string, absent: number): number => numbers.get(letter) ?? absent;
    const whole = civilTimeMs({
      year: number('Y', 1970),
      month: number('m', 1),
      day: number('d', 1),
      hour: number('H', 0),
      minute: number('M', 0),
      second: number('S', 0),
    });
    if (whole === undefined) return undefined;
    const time = whole + number('f', 0) - number('z', 0) * 60_000;
    if (numbers.has('d')) return time;
    if (time < last - dayMs / 2) days += 1;
    last = time;
    return time + days * dayMs;
  };
}
