import { bench as decode } from './benches/decode.ts';
import { bench as encode } from './benches/encode.ts';
import { bench as oneCore } from './benches/sim/one-core.ts';
import { bench as staleVote } from './benches/sim/stale-vote.ts';
import { bench as wholeList } from './benches/sim/whole-list.ts';
import { bench as workers } from './benches/sim/workers.ts';
import { bench as startup } from './benches/startup.ts';
import type { Bench } from './contest.ts';

/** Every question that `npm run bench` asks. */
export const benches: readonly Bench[] = [
  startup,
  encode,
  decode,
  oneCore,
  workers,
  wholeList,
  staleVote,
];
