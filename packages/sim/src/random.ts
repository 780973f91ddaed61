/** A stream of random numbers that its seed decides completely. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
}

/**
 * Version of all streams: another number gives every seed another course, and new golden hashes.
 */
const streamVersion = 4;

/**
 * A generator of its own for every purpose, so that drawing more of one kind (say, message delays)
 * does not change the others. sfc32 by Chris Doty-Humphrey, seeded through a 32-bit mixer: small
 * state, 2^128 period in practice, integer arithmetic only, hence the same bytes everywhere.
 */
export function createRandom(seed: number, purpose: string): Random {
  let state = mix(hashText(purpose) ^ (seed >>> 0)) ^ mix(Math.floor(seed / 2 ** 32) + 1);
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  };
  let a = word();
  let b = word();
  let c = word();
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (p) => next() < p,
  };
}

function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 0;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5 ^ streamVersion;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
