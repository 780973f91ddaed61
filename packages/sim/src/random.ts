/** A stream of random numbers that its seed decides completely. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /**
   * A heavy-tailed draw with median 1: each further unit is half as likely as the one before it. It
   * is an exponential drawn without Math.log, whose last bits are not the same everywhere.
   */
  halfLives(): number;
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
  return new Sfc32(seed, purpose);
}

class Sfc32 implements Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, purpose: string) {
    const state = mix(hashText(purpose) ^ (seed >>> 0)) ^ mix(Math.floor(seed / 2 ** 32) + 1);
    this.#a = mix((state + step) | 0);
    this.#b = mix((state + 2 * step) | 0);
    this.#c = mix((state + 3 * step) | 0);
    for (let round = 0; round < 12; round += 1) this.#word();
  }

  next(): number {
    return (this.#word() >>> 0) / 2 ** 32;
  }

  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  /** Draws as `next` does, with the state at hand: each message of a simulation takes one. */
  halfLives(): number {
    let a = this.#a;
    let b = this.#b;
    let c = this.#c;
    let counter = this.#counter;
    let units = 0;
    for (let last = false; ; ) {
      const sum = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      if (last) {
        this.#a = a;
        this.#b = b;
        this.#c = c;
        this.#counter = counter;
        return units + (sum >>> 0) / 2 ** 32;
      }
      // A number below one half is a word whose highest bit is not set.
      if (sum >= 0) units += 1;
      last = sum < 0 || units === 16;
    }
  }

  /** The next 32 bits. */
  #word(): number {
    const b = this.#b;
    const c = this.#c;
    const sum = (this.#a + b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = b ^ (b >>> 9);
    this.#b = (c + (c << 3)) | 0;
    this.#c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum;
  }
}

const step = 0x9e3779b9;

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
