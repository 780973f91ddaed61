/** The part of yargs 18 that is used here; the package brings no types of its own. */
declare module 'yargs' {
  export interface OptionSpec {
    readonly type?: 'boolean' | 'string' | 'number' | 'array';
    readonly array?: boolean;
    readonly alias?: string | readonly string[];
    readonly describe?: string;
    readonly group?: string;
    readonly conflicts?: readonly string[];
    readonly requiresArg?: boolean;
    readonly hidden?: boolean;
    readonly choices?: readonly string[];
    readonly defaultDescription?: string;
  }

  export interface Parser {
    scriptName(name: string): Parser;
    usage(text: string): Parser;
    command(
      pattern: string,
      description: string,
      builder: (parser: Parser) => Parser,
      handler: (parsed: Readonly<Record<string, unknown>>) => void,
    ): Parser;
    positional(name: string, spec: OptionSpec): Parser;
    options(specs: Readonly<Record<string, OptionSpec>>): Parser;
    completion(command: string, description: string): Parser;
    example(examples: readonly (readonly [command: string, description: string])[]): Parser;
    epilogue(text: string): Parser;
    version(version: string): Parser;
    help(): Parser;
    alias(name: string, alias: string): Parser;
    locale(locale: string): Parser;
    wrap(columns: number): Parser;
    strict(): Parser;
    parserConfiguration(configuration: Readonly<Record<string, boolean>>): Parser;
    exitProcess(exit: boolean): Parser;
    fail(handler: (message: string | undefined, error: Error | undefined) => void): Parser;
    parse(
      args: readonly string[],
      callback: (error: unknown, parsed: unknown, output: string) => void,
    ): unknown;
  }

  const yargs: (args: readonly string[]) => Parser;
  // biome-ignore lint/style/noDefaultExport: this is how yargs is exported.
  export default yargs;
}
