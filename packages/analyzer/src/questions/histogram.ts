/** A distribution of durations, of bounded size whatever their number. */
export interface Histogram {
  readonly count: number;
  add(ms: number): void;
  /** The value below which this share lies, 0 to 1, within a tenth of it; 0 where nothing is. */
  quantile(share: number): number;
  /** A picture of it, from the least to the greatest, in this many columns. */
  sparkline(columns: number): string;
}

/** Steps a doubling of the value: neighbours are less than a tenth apart. */
const steps = 8;
/** Shorter durations are all alike. */
const leastMs = 1 / 1000;
const bars = '▁▂▃▄▅▆▇█';

/** An empty distribution. */
export function createHistogram(): Histogram {
  const counts = new Map<number, number>();
  let count = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  return {
    get count() {
      return count;
    },
    add(ms) {
      const value = Math.max(0, ms);
      const bucket = bucketOf(value);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      count += 1;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    },
    quantile(share) {
      if (count === 0) return 0;
      if (share <= 0) return least;
      let below = 0;
      for (const bucket of [...counts.keys()].sort((a, b) => a - b)) {
        below += counts.get(bucket) ?? 0;
        if (below >= share * count) return Math.min(greatest, Math.max(least, middleOf(bucket)));
      }
      return greatest;
    },
    sparkline(columns) {
      if (count === 0) return '';
      const [first, end] = [bucketOf(least), bucketOf(greatest)];
      const width = Math.min(columns, end - first + 1);
      const heights = new Array<number>(width).fill(0);
      for (const [bucket, each] of counts) {
        const column = Math.floor(((bucket - first) * width) / (end - first + 1));
        heights[column] = (heights[column] ?? 0) + each;
      }
      const most = Math.max(...heights);
      return heights.map((height) => barOf(height, most)).join('');
    },
  };
}

function bucketOf(ms: number): number {
  return Math.floor(Math.log2(Math.max(ms, leastMs)) * steps);
}

function middleOf(bucket: number): number {
  return 2 ** ((bucket + 0.5) / steps);
}

function barOf(height: number, most: number): string {
  if (height === 0) return ' ';
  return bars[Math.ceil((height / most) * bars.length) - 1] ?? '█';
}
