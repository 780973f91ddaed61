import { decodeLine, encodeEvent } from '@raftlens/trace';
import type { Bench, Contestant } from '../contest.ts';
import { simulatedEvents } from '../simulated-events.ts';

const count = 50_000;

/** Reading a trace: each line to an event whose every field was checked. */
export const bench: Bench = {
  name: 'decode',
  title: `decoding ${count} lines`,
  rounds: 9,
  prepare: async () => {
    const lines = (await simulatedEvents('2C', count)).map((event) => encodeEvent(event));
    return {
      amount: lines.length,
      unit: 'lines',
      contestants: [
        decoding('JSON.parse, nothing checked', lines, (line) => JSON.parse(line) !== undefined),
        decoding('decodeLine', lines, (line) => decodeLine(line).kind === 'event'),
      ],
    };
  },
};

function decoding(
  name: string,
  lines: readonly string[],
  isDecoded: (line: string) => boolean,
): Contestant {
  return {
    name,
    round: () => {
      for (const line of lines) if (!isDecoded(line)) throw new Error(`${name} refused ${line}`);
    },
  };
}
