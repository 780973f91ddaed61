import { createByteEncoder, encodeEvent, type TraceEvent } from '@raftlens/trace';
import type { Bench, Contestant } from '../contest.ts';
import { createPino } from '../peers/create-pino.ts';
import { simulatedEvents } from '../simulated-events.ts';

const count = 50_000;

/** Where every line is written, one over the other: a line in pieces must become whole. */
const sink = Buffer.alloc(1024 * 1024);

const piece = 64 * 1024;

/** Writing a trace: each event to bytes in memory. */
export const bench: Bench = {
  name: 'encode',
  title: `encoding ${count} events`,
  rounds: 9,
  prepare: async () => {
    const events = await simulatedEvents('2C', count);
    return {
      amount: events.length,
      unit: 'events',
      contestants: [
        encoding('JSON.stringify', events, (event) => JSON.stringify(event)),
        encoding('encodeEvent', events, (event) => encodeEvent(event)),
        encoding('encodeEvent with msg', events, (event) => encodeEvent(event, { msg: true })),
        addingToBytes(events),
        loggingWithPino(events),
      ],
    };
  },
};

function encoding(
  name: string,
  events: readonly TraceEvent[],
  encode: (event: TraceEvent) => string,
): Contestant {
  return {
    name,
    round: () => {
      let length = 0;
      for (const event of events) length += sink.write(encode(event));
      // A result that nobody reads could be left out by the compiler.
      if (length === 0) throw new Error(`${name} encoded nothing`);
    },
  };
}

function addingToBytes(events: readonly TraceEvent[]): Contestant {
  const encoder = createByteEncoder();
  return {
    name: 'byte encoder, in pieces of 64 KiB',
    round: () => {
      let length = 0;
      for (const event of events) {
        encoder.add(event);
        if (encoder.length() < piece) continue;
        length += encoder.length();
        sink.set(encoder.take());
      }
      sink.set(encoder.take());
      if (length === 0) throw new Error('the byte encoder encoded nothing');
    },
  };
}

function loggingWithPino(events: readonly TraceEvent[]): Contestant {
  let length = 0;
  const logger = createPino((line) => {
    length += sink.write(line);
  });
  return {
    name: 'pino, each event an object',
    round: () => {
      length = 0;
      for (const event of events) logger.info(event);
      if (length === 0) throw new Error('pino wrote nothing');
    },
  };
}
