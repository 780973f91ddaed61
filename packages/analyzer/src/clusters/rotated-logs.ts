/** A file's name without what a rotation puts to it, and when it was put away. */
interface Part {
  readonly file: string;
  readonly log: string;
  /** The greater, the older; undefined for the one that is still written. */
  readonly number: number | undefined;
  /** The smaller, the older. */
  readonly date: string | undefined;
}

const compressed = /\.(?:gz|zst)$/i;
/** As logrotate does it: `a.log.1`. */
const numberAtEnd = /\.(\d{1,6})$/;
const date = /[-.](\d{4}-?\d\d-?\d\d(?:[-T][\d.-]{4,16})?)(?=\.[a-z]{2,6}$|$)/i;

/**
 * The files by log, each log's files from the oldest on: a log that was rotated is one log.
 *
 * Numbers at the end may also tell servers apart, as in `log.1` to `log.3`: they are of a rotation
 * where the file without a number is there too.
 */
export function rotatedLogs(files: readonly string[]): readonly (readonly string[])[] {
  const given = new Set(files.map((file) => file.replace(compressed, '')));
  const parts = files.map((file) => partOf(file, given));
  const logs = Map.groupBy(parts, ({ log }) => log);
  return [...logs.values()].flatMap((all) => {
    const files = all.toSorted(byAge).map(({ file }) => file);
    // The same file twice, packed and unpacked, is no rotation.
    const ages = new Set(all.map(({ number, date: day }) => `${number} ${day}`));
    return ages.size === all.length ? [files] : files.map((file) => [file]);
  });
}

function partOf(file: string, given: ReadonlySet<string>): Part {
  const name = file.replace(compressed, '');
  const dated = date.exec(name);
  if (dated !== null) {
    const log = name.slice(0, dated.index) + name.slice(dated.index + dated[0].length);
    return { file, log, number: undefined, date: dated[1] };
  }
  const log = name.replace(numberAtEnd, '');
  if (log === name || !given.has(log))
    return { file, log: name, number: undefined, date: undefined };
  const number = Number(numberAtEnd.exec(name)?.[1]);
  return { ...partOf(log, given), file, number };
}

function byAge(one: Part, other: Part): number {
  if (one.date !== undefined && other.date !== undefined && one.date !== other.date) {
    return one.date < other.date ? -1 : 1;
  }
  if (one.date !== other.date) return one.date === undefined ? 1 : -1;
  return (other.number ?? 0) - (one.number ?? 0);
}
