import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createShared, readShared } from './shared-file.ts';

/** Runs that one machine makes: `length` of them, from `start` on. */
export interface Block {
  readonly start: number;
  readonly length: number;
  /** How often it was taken over. */
  readonly generation: number;
  /** Who has it now. */
  readonly by: string;
}

/** The runs of a loop as the machines that share them have taken them: blocks, without a gap. */
export interface Blocks {
  /** Takes the next runs that nobody has, at most `length`; undefined where none is left. */
  claim(length: number): Block | undefined;
  /** Takes over a block whose holder is gone; undefined where somebody else was faster. */
  takeOver(block: Block): Block | undefined;
  /** Who had it before, in any order. */
  holdersBefore(block: Block): readonly string[];
  /** Whether nobody has taken it over. */
  isHeld(block: Block): boolean;
  finish(block: Block): void;
  /** The blocks that are not finished, as they are now; this reads a file or two for each. */
  unfinished(): readonly Block[];
  /** The first run that nobody has, as far as is known here. */
  readonly frontier: number;
}

type Claim = Pick<Block, 'length' | 'by'>;

/** Opens the blocks in a folder; runs go from 1 to `num`. */
export function openBlocks(folder: string, me: string, num: number): Blocks {
  const open = new Map<number, Block>();
  let frontier = 1;
  const pathOf = (start: number, generation: number): string =>
    join(folder, `${start}.${generation}.block`);
  const donePath = (start: number): string => join(folder, `${start}.done`);
  const holderOf = (start: number, generation: number): Claim | undefined =>
    readShared(pathOf(start, generation), isClaim);

  const note = (block: Block): Block => {
    open.set(block.start, block);
    frontier = Math.max(frontier, block.start + block.length);
    return block;
  };
  const make = (claim: Claim, start: number, generation: number): Block | undefined =>
    createShared(pathOf(start, generation), claim, me)
      ? note({ ...claim, start, generation })
      : undefined;

  const newest = (block: Block): Block => {
    const generation = block.generation + 1;
    const next = holderOf(block.start, generation);
    return next === undefined ? block : newest({ ...block, ...next, generation });
  };

  return {
    claim(length) {
      while (frontier <= num) {
        const claim = { length: Math.min(length, num - frontier + 1), by: me };
        const mine = make(claim, frontier, 0);
        if (mine !== undefined) return mine;
        const other = holderOf(frontier, 0);
        if (other === undefined) throw broken(pathOf(frontier, 0));
        note({ ...other, start: frontier, generation: 0 });
      }
      return undefined;
    },
    takeOver: ({ start, length, generation }) => make({ length, by: me }, start, generation + 1),
    holdersBefore: ({ start, generation }) =>
      Array.from({ length: generation }, (_, earlier) => earlier).flatMap(
        (earlier) => holderOf(start, earlier)?.by ?? [],
      ),
    isHeld: ({ start, generation }) => !existsSync(pathOf(start, generation + 1)),
    finish({ start }) {
      createShared(donePath(start), { by: me }, me);
      open.delete(start);
    },
    unfinished() {
      for (const block of [...open.values()]) {
        if (existsSync(donePath(block.start))) {
          open.delete(block.start);
          continue;
        }
        open.set(block.start, newest(block));
      }
      return [...open.values()].sort((one, other) => one.start - other.start);
    },
    get frontier() {
      return frontier;
    },
  };
}

function isClaim(value: unknown): value is Claim {
  if (typeof value !== 'object' || value === null) return false;
  const { length, by } = value as Partial<Claim>;
  return Number.isSafeInteger(length) && Number(length) > 0 && typeof by === 'string';
}

function broken(path: string): Error {
  return new Error(`${path} does not say whose runs it stands for; remove it, or the whole folder`);
}
