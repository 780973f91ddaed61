/** A first-in, first-out queue of short vectors of whole numbers, in blocks of flat memory. */
export interface StateQueue {
  readonly length: number;
  /** Takes the first `length` numbers of `vector`. */
  push(vector: Int32Array, length: number): void;
  /** Writes the oldest vector into `into` and returns its length. */
  shift(into: Int32Array): number;
}

const blockLength = 1 << 18;

/** An empty queue. Its vectors are far shorter than a block. */
export function createStateQueue(): StateQueue {
  const blocks: Int32Array[] = [new Int32Array(blockLength)];
  let writeAt = 0;
  let readAt = 0;
  let count = 0;
  return {
    get length(): number {
      return count;
    },
    push(vector, length) {
      if (writeAt + length + 1 > blockLength) {
        // What is left of this block stays unused, which a length of -1 says.
        const full = blocks[blocks.length - 1];
        if (full !== undefined && writeAt < blockLength) full[writeAt] = -1;
        blocks.push(new Int32Array(blockLength));
        writeAt = 0;
      }
      const block = blocks[blocks.length - 1] ?? vector;
      block[writeAt] = length;
      for (let at = 0; at < length; at += 1) block[writeAt + 1 + at] = vector[at] ?? 0;
      writeAt += length + 1;
      count += 1;
    },
    shift(into) {
      if (count === 0) throw new RangeError('the queue is empty');
      if (readAt === blockLength || blocks[0]?.[readAt] === -1) {
        blocks.shift();
        readAt = 0;
      }
      const block = blocks[0] ?? into;
      const length = block[readAt] ?? 0;
      for (let at = 0; at < length; at += 1) into[at] = block[readAt + 1 + at] ?? 0;
      readAt += length + 1;
      count -= 1;
      return length;
    },
  };
}
