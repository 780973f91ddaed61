import { closest } from '@raftlens/analyzer/page';

/** What is said of a name that there is not, with the one that was meant if that can be told. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const near = closest(name, known);
  const hint =
    near === undefined
      ? `--list-${what === 'strategy' ? 'strategies' : `${what}s`} lists them`
      : `did you mean ${near}?`;
  return `there is no ${what} ${JSON.stringify(name)}; ${hint}`;
}
