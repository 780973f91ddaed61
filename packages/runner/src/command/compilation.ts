/** What is started in place of a command, and where. */
export interface CompiledCommand {
  readonly words: readonly string[];
  readonly cwd: string | undefined;
}

/** What became of a build. */
export type Compilation =
  | {
      readonly kind: 'compiled';
      readonly command: CompiledCommand;
      /** To be removed in the end; undefined where it belongs to the build system. */
      readonly file: string | undefined;
    }
  /** There is nothing to build, or nothing would be won. */
  | { readonly kind: 'as-is' }
  /** What the compiler said. */
  | { readonly kind: 'failed'; readonly output: string };

/** The command is started as it stands. */
export const asIs: Compilation = { kind: 'as-is' };
