import type { Scheduler, Thread, ThreadBody, Wait } from './scheduler.ts';
import type { TellLock } from './tell-lock.ts';

/**
 * A channel with room for a few items, and one receiver. In traces it is a lock that its receiver
 * has while it works on an item: whoever finds no room waits for that. As in Go it is the receiver
 * that ends such a wait, when it takes an item and makes room.
 */
export interface Channel<Item> {
  /** Waits until there is room. */
  send(thread: Thread, item: Item): ThreadBody;
  /** Waits until there is an item; the receiver works on it until it calls `done`. */
  receive(thread: Thread): Generator<Wait, Item, undefined>;
  done(thread: Thread): void;
}

/** What a channel works with. */
export interface ChannelOptions {
  readonly name: string;
  readonly capacity: number;
  readonly scheduler: Scheduler;
  readonly tell: TellLock;
}

interface Sender<Item> {
  readonly thread: Thread;
  readonly item: Item;
}

/** An empty channel. */
export function createChannel<Item>(options: ChannelOptions): Channel<Item> {
  const { name, capacity, scheduler, tell } = options;
  const items: Item[] = [];
  const senders: Sender<Item>[] = [];
  let receiver: Thread | undefined;
  let sinceMs = 0;
  const endWait = ({ thread, item }: Sender<Item>): void => {
    items.push(item);
    tell('acquired', name, thread);
    tell('released', name, thread, 0);
    scheduler.wake(thread);
  };
  return {
    *send(thread, item) {
      if (items.length >= capacity) {
        tell('waiting', name, thread);
        senders.push({ thread, item });
        yield 'park';
        return;
      }
      items.push(item);
      if (receiver === undefined) return;
      scheduler.wake(receiver);
      receiver = undefined;
    },
    *receive(thread) {
      for (;;) {
        const [item] = items.splice(0, 1);
        if (item !== undefined) {
          const sender = senders.shift();
          if (sender !== undefined) endWait(sender);
          sinceMs = scheduler.nowMs();
          tell('acquired', name, thread);
          return item;
        }
        receiver = thread;
        yield 'park';
      }
    },
    done(thread) {
      tell('released', name, thread, Math.round((scheduler.nowMs() - sinceMs) * 1000) / 1000);
    },
  };
}
