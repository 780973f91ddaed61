import {
  catalogue,
  createByteDecoder,
  decodeLine,
  type EventName,
  type EventSpec,
  envelopeFields,
  type FieldSpec,
} from '@raftlens/trace';
import type { Capability, Format, LineOutcome } from '../format.ts';
import { stripPrefix } from '../strip-prefix.ts';

/** The member that names the event, found without parsing: a cut line is still of this format. */
const eventMember = /"event"\s{0,20}:\s{0,20}"([\w.-]{1,60})"/;

const capabilities: readonly Capability[] = Object.entries<EventSpec>(catalogue).map(
  ([event, { fields }]) => ({
    event: event as EventName,
    fields: [...Object.keys(envelopeFields), ...Object.entries(fields).flatMap(namesOf)],
    level: 'default',
  }),
);

/** A field, and what each of its entries may have. */
function namesOf([name, { type }]: readonly [string, FieldSpec]): readonly string[] {
  return type === 'entries' ? [name, `${name}.term`, `${name}.hash`] : [name];
}

/** Our own `raft-trace/1`: one JSON object a line, which pino may have written. */
export const nativeFormat: Format = {
  id: 'raft-trace',
  title: 'raft-trace/1 (JSON lines)',
  capabilities,
  detect(sample) {
    const names = sample.map(eventName).filter((name) => name !== undefined);
    if (names.length === 0) return 0;
    return names.includes('trace.started') ? 1 : 0.95;
  },
  open: (file) => ({
    read: (text, line) => outcomeOf(text, file, line),
    openBytes: createByteDecoder,
    end: () => [],
  }),
};

/** The event that a line names, if the catalogue has it. */
function eventName(line: string): string | undefined {
  if (!line.trimStart().startsWith('{')) return undefined;
  const name = eventMember.exec(line)?.[1];
  return name !== undefined && Object.hasOwn(catalogue, name) ? name : undefined;
}

function outcomeOf(text: string, file: string, line: number): LineOutcome {
  const outcome = decodeLine(stripPrefix(text), { file, line, text });
  if (outcome.kind === 'event') return { kind: 'events', events: [outcome.event] };
  // The reasons are few: the name of an unknown event and the column stay out of them.
  return { kind: outcome.kind, why: outcome.why };
}
