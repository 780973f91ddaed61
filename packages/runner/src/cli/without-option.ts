/** The arguments without an option whose value may be missing. */
export function withoutOption(args: readonly string[], name: string): readonly string[] {
  return args.filter((arg, at) => {
    if (arg === `--${name}` || arg.startsWith(`--${name}=`)) return false;
    return args[at - 1] !== `--${name}` || arg.startsWith('-');
  });
}
