import type { EventQueue } from './event-queue.ts';

/**
 * A binary heap. The items stay where they are, in `items`; what moves is numbers, which makes
 * neither garbage nor write barriers. (Typed arrays would stand outside of the heap, which is dear
 * for one run's.)
 */
export class EventHeap<Item> implements EventQueue<Item> {
  /** The heap: times, and the place of each item. */
  readonly #times: number[] = [0.5];
  readonly #places: number[] = [0];
  #size = 0;
  /** By place: the item, and its number in the order of insertion. */
  readonly #items: (Item | undefined)[] = [];
  readonly #orders: number[] = [];
  readonly #free: number[] = [];
  #pushed = 0;

  push(timeMs: number, item: Item): void {
    const free = this.#free;
    const place = free.length > 0 ? (free.pop() ?? 0) : this.#items.length;
    this.#items[place] = item;
    this.#orders[place] = this.#pushed;
    this.#pushed += 1;
    const index = this.#size;
    this.#size += 1;
    this.#siftUp(index, timeMs, place);
  }

  isEmpty(): boolean {
    return this.#size === 0;
  }

  nextTime(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : timeAt(this.#times, 0);
  }

  pop(): Item | undefined {
    if (this.#size === 0) return undefined;
    const place = placeAt(this.#places, 0);
    const item = this.#items[place];
    this.#items[place] = undefined;
    this.#free.push(place);
    this.#size -= 1;
    const last = this.#size;
    if (last > 0) this.#siftDown(timeAt(this.#times, last), placeAt(this.#places, last));
    return item;
  }

  #siftUp(from: number, time: number, place: number): void {
    const times = this.#times;
    const places = this.#places;
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const parentTime = timeAt(times, parent);
      // What is pushed is the newest, so that an equal time goes first.
      if (parentTime <= time) break;
      times[index] = parentTime;
      places[index] = placeAt(places, parent);
      index = parent;
    }
    times[index] = time;
    places[index] = place;
  }

  #siftDown(time: number, place: number): void {
    const times = this.#times;
    const places = this.#places;
    const size = this.#size;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && this.#before(timeAt(times, right), placeAt(places, right), child))
        child = right;
      if (this.#before(time, place, child)) break;
      times[index] = timeAt(times, child);
      places[index] = placeAt(places, child);
      index = child;
    }
    times[index] = time;
    places[index] = place;
  }

  #before(time: number, place: number, index: number): boolean {
    const other = timeAt(this.#times, index);
    if (time !== other) return time < other;
    return placeAt(this.#orders, place) < placeAt(this.#orders, placeAt(this.#places, index));
  }
}

// Every index is within bounds, which the compiler cannot see. Two functions, as one that reads two
// kinds of arrays is slower for both.
function timeAt(array: readonly number[], index: number): number {
  return array[index] ?? 0;
}

function placeAt(array: readonly number[], index: number): number {
  return array[index] ?? 0;
}
