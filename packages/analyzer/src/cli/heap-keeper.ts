import v8 from 'node:v8';
import vm from 'node:vm';

const mebibyte = 1024 * 1024;

/**
 * What may have grown old beside what is live: at least this, and such a share of it. Looking at
 * all that is live takes the longer the more there is, so it is done the less often.
 */
const slackBytes = 32 * mebibyte;
const slackShare = 0.5;

/** The part of the heap for what is new grows no further: events are gone long before. */
const youngBytes = 16 * mebibyte;

/**
 * Keeps a long analysis nearly as small as what is live, in the same time (`npm run bench --
 * analyse` prints both). V8 lets the heap grow to several times of what is live before it looks at
 * what has grown old.
 *
 * Gives what is to be called now and then.
 */
export function createHeapKeeper(): () => void {
  // What the first of many groups keep lives long. V8 would make the like of it old at once for all
  // that follow, whose parts then outlive every quick collection.
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
  let collect: ((options: object) => void) | undefined;
  let isCapped = false;
  let live = sizeOf('old_space').used;
  return () => {
    if (!isCapped && sizeOf('new_space').whole >= youngBytes) {
      v8.setFlagsFromString('--semi-space-growth-factor=1');
      isCapped = true;
    }
    if (sizeOf('old_space').used <= live + Math.max(slackBytes, live * slackShare)) return;
    collect ??= collector();
    collect({ type: 'major', execution: 'sync' });
    live = sizeOf('old_space').used;
  };
}

function sizeOf(name: string): { readonly used: number; readonly whole: number } {
  const space = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === name);
  return { used: space?.space_used_size ?? 0, whole: space?.space_size ?? 0 };
}

/** The collector is shown only to programs that ask for it when they start, or to new contexts. */
function collector(): (options: object) => void {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  v8.setFlagsFromString('--no-expose-gc');
  return typeof collect === 'function' ? (options) => collect(options) : () => {};
}
