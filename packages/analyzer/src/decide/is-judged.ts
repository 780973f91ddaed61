import { formats } from '@raftlens/formats';

/** Whether the rules are about the lines of a format, by its id: known, and of Raft. */
export function isJudged(id: string): boolean {
  const format = formats.find((each) => each.id === id);
  return format !== undefined && format.notRaft === undefined;
}
