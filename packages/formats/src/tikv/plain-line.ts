import { createCarrierClock } from '../carriers/carrier-time.ts';
import type { TikvLine } from './tikv-line.ts';

/** What every such line holds. */
export const plainMark = ', raft_id: ';

/** `[2026-10-06T13:57:52.403Z INFO  raft::raft] ` or `Oct 06 13:57:52.403 INFO `. */
const head = new RegExp(
  String.raw`^(?:\[?\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d)|` +
    String.raw`[A-Z][a-z]{2} [ \d]\d [\d:.]{8,15}) {1,3}[A-Z]{4,5} {1,3}` +
    String.raw`(?:raft(?:::\w{1,40}){0,3}(?:\]|:) )?`,
);
const keys =
  'raft_id|term|region_id|from|to|vote|type|msg type|msg term|message_term|approvals|rejections|' +
  'log_index|log_term|commit|applied|last index|last term|peers|config|msg_index|msg_term|tag';
const field = new RegExp(`, (${keys}): `, 'g');

/** Makes a reader of lines of raft-rs that came through the `log` crate, or slog's terminal. */
export function createPlainLineReader(): (text: string) => TikvLine | undefined {
  const timeOf = createCarrierClock();
  return (text) => {
    const match = text.includes(plainMark) ? head.exec(text) : null;
    const time = match === null ? undefined : timeOf(text);
    if (match === null || time === undefined) return undefined;
    const rest = text.slice(match[0].length);
    const marks = [...rest.matchAll(field)];
    const fields = marks.map(({ index, 0: mark, 1: key = '' }, number): [string, string] => [
      key,
      rest.slice(index + mark.length, marks[number + 1]?.index ?? rest.length),
    ]);
    const message = rest.slice(0, marks[0]?.index ?? rest.length);
    return { time, caller: 'raft.rs:0', message, fields: new Map(fields) };
  };
}
