/** How one run of a command ended. */
export type CommandOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | {
      readonly kind: 'timed-out';
      readonly afterMs: number;
      /** It was not the whole time that was too long, but the time without output. */
      readonly idle?: boolean | undefined;
    }
  /** It could not be started at all; `passing` where that may be better in a while. */
  | { readonly kind: 'unstartable'; readonly message: string; readonly passing: boolean }
  /** We were told to stop while it ran. */
  | { readonly kind: 'aborted' }
  /** We ended it because memory was short; it is to be made again. */
  | { readonly kind: 'put-back' };

/** One run of a command with the folder that is its own. */
export interface CommandRun {
  /** 1-based. */
  readonly index: number;
  readonly seed: number;
  /** Its folder; holds `output.log` and whatever the command leaves there. */
  readonly folder: string;
  readonly log: string;
  /** Its standard error, where that was kept apart. */
  readonly errorLog?: string | undefined;
  readonly outcome: CommandOutcome;
  /** When it began, ms since the epoch. */
  readonly startedAt: number;
  readonly elapsedMs: number;
  /** The most memory it was seen to hold, KiB. */
  readonly rss: number | undefined;
  /** The processor time it was last seen to have used, ms. */
  readonly cpu: number | undefined;
  /** Bytes left out of its log, at least. */
  readonly dropped: number;
  /** What it left running when it ended by itself, by its arguments; all of it is gone by now. */
  readonly survivors: readonly string[];
}

/** The files that hold what a run printed. */
export function outputsOf({
  log,
  errorLog,
}: Pick<CommandRun, 'log' | 'errorLog'>): readonly string[] {
  return errorLog === undefined ? [log] : [log, errorLog];
}

/** An outcome in words. */
export function outcomeWords(outcome: CommandOutcome): string {
  switch (outcome.kind) {
    case 'passed':
      return 'passed';
    case 'exited':
      return `exit code ${outcome.code}`;
    case 'killed':
      return `killed by ${outcome.signal}`;
    case 'timed-out': {
      const seconds = `${Number((outcome.afterMs / 1000).toPrecision(3))} s`;
      return outcome.idle === true ? `no output for ${seconds}` : `timed out after ${seconds}`;
    }
    case 'unstartable':
      return outcome.message;
    case 'aborted':
      return 'stopped';
    case 'put-back':
      return 'put back, as memory was short';
  }
}
