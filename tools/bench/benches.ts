import { bench as analyse } from './benches/analyse.ts';
import { bench as decode } from './benches/decode.ts';
import { bench as encode } from './benches/encode.ts';
import { bench as simulate } from './benches/simulate.ts';
import { bench as startup } from './benches/startup.ts';
import type { Bench } from './contest.ts';

/** Every question that `npm run bench` asks. */
export const benches: readonly Bench[] = [startup, encode, decode, simulate, analyse];
