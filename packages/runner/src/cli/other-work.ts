import { type CommandFlags, readCommandFlags } from './command-flags.ts';
import type { LoopFlags } from './loop-flags.ts';
import { type ParsedLine, parsedLine } from './parsed-line.ts';
import { readShare } from './read-share.ts';

/** What is done with loops that were made, or with many of them. */
export type OtherWork =
  | {
      readonly kind: 'merge';
      readonly into: string;
      readonly folders: readonly string[];
      readonly force: boolean;
      readonly flags: LoopFlags;
    }
  | {
      readonly kind: 'compare';
      readonly before: string;
      readonly after: string;
      readonly flags: LoopFlags;
    }
  | BisectWork;

/** A search for the commit that brought a failure. */
export interface BisectWork {
  readonly kind: 'bisect';
  readonly good: string;
  readonly bad: string;
  /** How often the command fails where the failure is, 0 to 1. */
  readonly rate: number;
  readonly command: readonly string[];
  /** How its runs are made and judged. */
  readonly loop: CommandFlags;
  readonly flags: LoopFlags;
}

const { isSet, text, given } = parsedLine;

/** The work of a line, a message that says what is wrong with it, or undefined for another kind. */
export function otherWork(
  parsed: ParsedLine,
  command: readonly string[] | undefined,
  flags: LoopFlags,
): OtherWork | string | undefined {
  const [word] = parsed._ as readonly unknown[];
  // A folder or commit of digits alone is a number to yargs.
  const word_ = (name: string): string => String(parsed[name]);
  const isOther = word === 'bisect' || word === 'merge' || word === 'compare';
  if (isOther && parsed.pull !== undefined) return `${word} takes no runs from a folder`;
  if (word === 'bisect') {
    return bisectWork(parsed, command, { good: word_('good'), bad: word_('bad'), flags });
  }
  if (word !== 'merge' && word !== 'compare') return undefined;
  if (command !== undefined) return `${word} loops no command`;
  if (word === 'compare') {
    return { kind: word, before: word_('before'), after: word_('after'), flags };
  }
  const folders = (parsed.folders as readonly unknown[]).map(String);
  return { kind: word, into: word_('into'), folders, force: isSet(parsed.force), flags };
}

function bisectWork(
  parsed: ParsedLine,
  command: readonly string[] | undefined,
  said: Pick<BisectWork, 'good' | 'bad' | 'flags'>,
): BisectWork | string {
  if (command === undefined || (command[0] ?? '') === '') {
    return 'bisect needs a command after --';
  }
  const rate = readShare(text(parsed.rate) ?? '');
  if (rate === undefined) {
    return parsed.rate === undefined
      ? 'bisect needs --rate, how often the command fails at the bad commit: 1/350'
      : `--rate takes a share like 1/350, 5% or 0.05, not ${given(parsed.rate)}`;
  }
  const loop = readCommandFlags(parsed, said.flags);
  return typeof loop === 'string' ? loop : { kind: 'bisect', rate, command, loop, ...said };
}
