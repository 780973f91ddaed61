/** What decides about colour, in falling order of weight. */
export interface ColourCircumstances {
  /** `--color` or `--no-color`, where one was given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: boolean;
}

/** Whether to write colours: the flag, NO_COLOR, FORCE_COLOR, and else only on a terminal. */
export function wantsColour({ flag, env, terminal }: ColourCircumstances): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal && env.TERM !== 'dumb';
}
