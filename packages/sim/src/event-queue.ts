/** What happens when, in order of time; among equal times, in order of insertion. */
export interface EventQueue<Item> {
  push(timeMs: number, item: Item): void;
  /** Time of the next item; Infinity when there is none. */
  nextTime(): number;
  /** Takes the next item; undefined when there is none. */
  pop(): Item | undefined;
}

interface Slot<Item> {
  readonly timeMs: number;
  readonly order: number;
  readonly item: Item;
}

/** A binary heap. */
export function createEventQueue<Item>(): EventQueue<Item> {
  const heap: Slot<Item>[] = [];
  let pushed = 0;
  return {
    push(timeMs, item) {
      const slot = { timeMs, order: pushed, item };
      pushed += 1;
      heap.push(slot);
      siftUp(heap, heap.length - 1, slot);
    },
    nextTime() {
      return heap[0]?.timeMs ?? Number.POSITIVE_INFINITY;
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) siftDown(heap, last);
      return first.item;
    },
  };
}

function before<Item>(left: Slot<Item>, right: Slot<Item>): boolean {
  return left.timeMs < right.timeMs || (left.timeMs === right.timeMs && left.order < right.order);
}

function siftUp<Item>(heap: Slot<Item>[], from: number, slot: Slot<Item>): void {
  let index = from;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || before(parent, slot)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = slot;
}

function siftDown<Item>(heap: Slot<Item>[], slot: Slot<Item>): void {
  let index = 0;
  for (;;) {
    let childIndex = 2 * index + 1;
    let child = heap[childIndex];
    if (child === undefined) break;
    const right = heap[childIndex + 1];
    if (right !== undefined && before(right, child)) {
      child = right;
      childIndex += 1;
    }
    if (before(slot, child)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = slot;
}
