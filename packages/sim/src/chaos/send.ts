import type { Message } from '@raftlens/core';
import type { Decider } from '../capsule/decider.ts';
import { fate } from '../network.ts';
import { createRandom, type Random } from '../random.ts';
import { tellFate } from '../tell-fate.ts';
import { linkBetween, type Parcel } from './links.ts';
import type { Machine } from './machine.ts';
import { roundUp, type World } from './world.ts';

/** Sends a message over its link, which may lose it, hold it back or deliver it twice. */
export function send(world: World, from: Machine, message: Message): void {
  const { links } = world;
  const to = world.machines[Number(message.to.slice(1)) - 1];
  if (to === undefined) return;
  const link = linkBetween(links.size, from.index, to.index);
  if ((links.cuts[link] ?? 0) > 0) {
    tellFate(world, 'message.dropped', message, 'cut off');
    return;
  }
  const { decider } = world.options;
  const random = randomOf(world, link, from, to);
  const parcel =
    decider === undefined
      ? drawParcel(world, message, link, random)
      : decideParcel(decider, message, () => drawParcel(world, message, link, random));
  if (parcel.lost) {
    tellFate(world, 'message.dropped', message, 'lost');
    return;
  }
  if (parcel.copyAfterMs !== undefined) tellFate(world, 'message.duplicated', message, 'network');
  if ((links.clogs[link] ?? 0) > 0) links.held.push({ link, parcel });
  else deliver(world, to, parcel);
}

function drawParcel(world: World, message: Message, link: number, random: Random): Parcel {
  const delayMs = fate(world.network, message, random) ?? 0;
  const parcel: Parcel = { message, delayMs, lost: false, copyAfterMs: undefined };
  for (const effect of world.links.effects) {
    if (effect.links.has(link)) effect.treat(parcel, random);
  }
  return parcel;
}

function decideParcel(decider: Decider, message: Message, drawn: () => Parcel): Parcel {
  const delivery = decider.delivery(message, () => {
    const { lost, delayMs, copyAfterMs } = drawn();
    return lost ? undefined : { delayMs, copyAfterMs };
  });
  if (delivery === undefined) return { message, delayMs: 0, lost: true, copyAfterMs: undefined };
  return { message, delayMs: delivery.delayMs, lost: false, copyAfterMs: delivery.copyAfterMs };
}

/** What clogged links held back goes on, as far as nothing else clogs them. */
export function releaseHeld(world: World): void {
  const { links } = world;
  const held = links.held.splice(0);
  for (const each of held) {
    const to = world.machines[each.link % links.size];
    if ((links.clogs[each.link] ?? 0) > 0) links.held.push(each);
    else if (to !== undefined) deliver(world, to, each.parcel);
  }
}

function deliver(world: World, machine: Machine, parcel: Parcel): void {
  const item = {
    kind: 'input',
    machine,
    incarnation: machine.incarnation,
    input: { kind: 'message', message: parcel.message },
  } as const;
  const atMs = world.nowMs + roundUp(parcel.delayMs);
  world.queue.push(atMs, item);
  if (parcel.copyAfterMs !== undefined) {
    world.queue.push(atMs + roundUp(parcel.copyAfterMs), item);
  }
}

function randomOf(world: World, link: number, from: Machine, to: Machine): Random {
  const { seed, run } = world.options;
  let random = world.links.randoms[link];
  if (random === undefined) {
    random = createRandom(seed, `${run}/${from.id}>${to.id}`);
    world.links.randoms[link] = random;
  }
  return random;
}
