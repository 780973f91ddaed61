/** A log of one server, or what became of it. */
export interface LogFile {
  readonly name: string;
  /** What the truth calls the server; undefined where several are in the file. */
  readonly server: string | undefined;
  readonly content: string | Uint8Array;
}

/** A log as it was written. */
export interface PlainLog extends LogFile {
  readonly server: string;
  readonly content: string;
}

/** Its lines, without what ends them. */
export function linesOf({ content }: PlainLog): readonly string[] {
  return content.replace(/\n$/, '').split('\n');
}

/** The same log with other lines. */
export function withLines(log: PlainLog, lines: readonly string[]): PlainLog {
  return { ...log, content: lines.map((line) => `${line}\n`).join('') };
}
