/** Forms in which a loop can be told to other programs. */
export const reporterNames = ['junit', 'json', 'markdown', 'github'] as const;

/** One of {@link reporterNames}. */
export type ReporterName = (typeof reporterNames)[number];

/** A form, and the file that it goes to; undefined for standard output. */
export interface Reporter {
  readonly name: ReporterName;
  readonly file: string | undefined;
}

/** `NAME` or `NAME=FILE`, or what is wrong with one. */
export function readReporters(words: readonly string[]): readonly Reporter[] | string {
  const reporters: Reporter[] = [];
  for (const word of words) {
    const at = word.indexOf('=');
    const given = at < 0 ? word : word.slice(0, at);
    const name = reporterNames.find((each) => each === given);
    if (name === undefined) {
      return `there is no reporter ${JSON.stringify(given)}; there are ${reporterNames.join(', ')}`;
    }
    const file = at < 0 ? undefined : word.slice(at + 1);
    if (file === '') return `--reporter ${name}= names no file`;
    reporters.push({ name, file });
  }
  return reporters;
}
