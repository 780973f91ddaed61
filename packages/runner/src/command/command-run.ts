/** How one run of a command ended. */
export type CommandOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  /** It could not be started at all. */
  | { readonly kind: 'unstartable'; readonly message: string }
  /** We were told to stop while it ran. */
  | { readonly kind: 'aborted' };

/** One run of a command with the folder that is its own. */
export interface CommandRun {
  /** 1-based. */
  readonly index: number;
  readonly seed: number;
  /** Its folder; holds `output.log` and whatever the command leaves there. */
  readonly folder: string;
  readonly log: string;
  readonly outcome: CommandOutcome;
  readonly elapsedMs: number;
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
    case 'timed-out':
      return `timed out after ${outcome.afterMs / 1000} s`;
    case 'unstartable':
      return outcome.message;
    case 'aborted':
      return 'stopped';
  }
}
