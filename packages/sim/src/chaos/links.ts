import type { Message } from '@raftlens/core';
import type { Random } from '../random.ts';

/** A message on its way, as the faults of its link treat it. */
export interface Parcel {
  readonly message: Message;
  delayMs: number;
  lost: boolean;
  /** Set when it comes a second time: how long after the first. */
  copyAfterMs: number | undefined;
}

/** A fault that treats each message of some links by chance. */
export interface LinkEffect {
  readonly links: ReadonlySet<number>;
  treat(parcel: Parcel, random: Random): void;
}

/** The directed links of a cluster; the one from server i to server j has number i × size + j. */
export interface Links {
  readonly size: number;
  /** How many faults cut each link. */
  readonly cuts: Uint8Array;
  /** 1 for each server that a symmetric partition cuts off. */
  readonly cutOff: Uint8Array;
  /** How many faults hold back what each link carries. */
  readonly clogs: Uint8Array;
  readonly held: { readonly link: number; readonly parcel: Parcel }[];
  readonly effects: Set<LinkEffect>;
  /** Each link's own chances, so that what is sent on one changes nothing on another. */
  readonly randoms: (Random | undefined)[];
}

/** Links on which nothing is wrong. */
export function createLinks(size: number): Links {
  return {
    size,
    cuts: new Uint8Array(size * size),
    cutOff: new Uint8Array(size),
    clogs: new Uint8Array(size * size),
    held: [],
    effects: new Set(),
    randoms: [],
  };
}

/** Number of the link between two servers, counted from 0. */
export function linkBetween(size: number, from: number, to: number): number {
  return from * size + to;
}

/** Cuts links until the returned function is called. */
export function cutLinks({ cuts }: Links, which: readonly number[]): () => void {
  for (const link of which) cuts[link] = (cuts[link] ?? 0) + 1;
  return () => {
    for (const link of which) cuts[link] = (cuts[link] ?? 0) - 1;
  };
}

/** Has an effect treat what links carry until the returned function is called. */
export function affectLinks(
  links: Links,
  which: readonly number[],
  treat: LinkEffect['treat'],
): () => void {
  const effect: LinkEffect = { links: new Set(which), treat };
  links.effects.add(effect);
  return () => void links.effects.delete(effect);
}
