import { EventHeap } from './event-heap.ts';

/** What happens when, in order of time; among equal times, in order of insertion. */
export interface EventQueue<Item> {
  push(timeMs: number, item: Item): void;
  /** Time of the next item; Infinity when there is none. */
  nextTime(): number;
  /** Takes the next item; undefined when there is none. */
  pop(): Item | undefined;
}

/** Makes an empty queue. */
export function createEventQueue<Item>(): EventQueue<Item> {
  return new ShortQueue<Item>();
}

/** Beyond so many items a heap is faster; a cluster has a dozen, a storm of messages any number. */
const longest = 128;

/**
 * Items in order, the next one last: most of what is pushed comes soon, and so goes near the end.
 * The items stay where they are, in `items`; what moves is numbers.
 */
class ShortQueue<Item> implements EventQueue<Item> {
  /** Times, and the place of each item. */
  readonly #times: number[] = [0.5];
  readonly #places: number[] = [0];
  #size = 0;
  readonly #items: (Item | undefined)[] = [];
  readonly #free: number[] = [];
  /** Holds everything while there is too much. */
  #heap: EventHeap<Item> | undefined = undefined;

  push(timeMs: number, item: Item): void {
    if (this.#heap !== undefined || this.#size === longest) {
      this.#pushToHeap(timeMs, item);
      return;
    }
    const free = this.#free;
    const place = free.length > 0 ? (free.pop() ?? 0) : this.#items.length;
    this.#items[place] = item;
    const times = this.#times;
    const places = this.#places;
    let index = this.#size;
    this.#size = index + 1;
    // What is pushed is the newest, so that equal times come before it.
    while (index > 0) {
      const before = times[index - 1] ?? 0;
      if (before > timeMs) break;
      times[index] = before;
      places[index] = places[index - 1] ?? 0;
      index -= 1;
    }
    times[index] = timeMs;
    places[index] = place;
  }

  nextTime(): number {
    if (this.#heap !== undefined) return this.#heap.nextTime();
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#times[this.#size - 1] ?? 0);
  }

  pop(): Item | undefined {
    if (this.#heap !== undefined) return this.#popFromHeap(this.#heap);
    if (this.#size === 0) return undefined;
    this.#size -= 1;
    const place = this.#places[this.#size] ?? 0;
    const item = this.#items[place];
    this.#items[place] = undefined;
    this.#free.push(place);
    return item;
  }

  #pushToHeap(timeMs: number, item: Item): void {
    const heap = this.#heap ?? new EventHeap<Item>();
    while (this.#size > 0) {
      const time = this.nextTime();
      const next = this.pop();
      if (next !== undefined) heap.push(time, next);
    }
    this.#heap = heap;
    heap.push(timeMs, item);
  }

  #popFromHeap(heap: EventHeap<Item>): Item | undefined {
    const item = heap.pop();
    if (heap.isEmpty()) this.#heap = undefined;
    return item;
  }
}
