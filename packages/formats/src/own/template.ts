/** Text with names of groups in braces: `S{peer}`. */
export interface Template {
  readonly groups: readonly string[];
  /** Undefined where a group that it needs took no part. */
  fill(value: (group: string) => string | undefined): string | undefined;
}

const placeholder = /\{(\w{1,60})\}/g;

/** Reads a template; braces that hold no name stand for themselves. */
export function readTemplate(source: string): Template {
  const pieces = source.split(placeholder);
  const groups = pieces.filter((_, index) => index % 2 === 1);
  return {
    groups,
    fill(value) {
      let text = '';
      for (const [index, piece] of pieces.entries()) {
        const filled = index % 2 === 1 ? value(piece) : piece;
        if (filled === undefined) return undefined;
        text += filled;
      }
      return text;
    },
  };
}
