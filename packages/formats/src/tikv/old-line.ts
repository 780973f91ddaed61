import type { ReadStamp } from '../stamp.ts';

/** A line of TiKV before 3.0: the words are of etcd's raft library, which raft-rs began as. */
export interface OldLine {
  readonly time: number;
  readonly region: string;
  /** As etcd's library says it. */
  readonly words: string;
}

/** What every such line holds. */
export const oldMark = ' [region ';

/** `2019/03/07 14:02:39.778 INFO <unknown>:742: `, and before 2.1 ` raft.rs:723: [INFO] `. */
const head =
  /^ (?:(?:TRAC|DEBG|DEBUG|INFO|WARN|ERRO|ERROR) )?[\w./<>-]{1,60}:\d{1,6}: (?:\[\w{4,6}\] )?/;
const region = /^\[region (\d{1,20})\] /;
/** Messages had longer names here. */
const names: readonly (readonly [RegExp, string])[] = [
  [/\bMsgRequest(?=(?:Pre)?Vote)/g, 'Msg'],
  [/\bMsgAppend/g, 'MsgApp'],
  [/\b(Msg[A-Za-z]{1,20})Response\b/g, '$1Resp'],
];

/** Reads such a line; undefined for any other. */
export function readOldLine(text: string, readStamp: ReadStamp): OldLine | undefined {
  const stamp = readStamp(text, 0);
  if (stamp === undefined) return undefined;
  const rest = text.slice(stamp.end);
  const begun = head.exec(rest)?.[0];
  const match = begun === undefined ? null : region.exec(rest.slice(begun.length));
  if (begun === undefined || match === null) return undefined;
  const words = rest.slice(begun.length + match[0].length);
  return {
    time: stamp.time,
    region: match[1] ?? '',
    words: names.reduce((said, [pattern, name]) => said.replaceAll(pattern, name), words),
  };
}
