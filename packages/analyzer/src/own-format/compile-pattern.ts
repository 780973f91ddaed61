import type { CompilePattern } from '@raftlens/formats';
import { RE2JS } from 're2js';

/** A pattern of more instructions than this is slow on every line; none that is written by hand. */
const mostInstructions = 5000;

const none: Readonly<Record<string, string | undefined>> = {};

/**
 * Makes patterns by an engine that never goes back: a definition comes from a stranger, and so do
 * the lines, and with JavaScript's own engine `(a+)+$` is enough to stop the reading for ever.
 */
export const compilePattern: CompilePattern = (source) => {
  try {
    const compiled = RE2JS.compile(source);
    if (compiled.programSize() > mostInstructions) {
      return 'this pattern is too large; take smaller counts in {} or write two rules';
    }
    return {
      groups: Object.keys(compiled.namedGroups()),
      exec(text) {
        // Most lines match nothing, and to learn that costs far less than to find groups.
        if (!compiled.test(text)) return undefined;
        const match = compiled.exec(text);
        return match === null ? undefined : groupsOf(match);
      },
    };
  } catch (error) {
    return `this is no regular expression that can be used: ${reasonOf(error)}`;
  }
};

function groupsOf(match: object): Readonly<Record<string, string | undefined>> {
  const groups: unknown = 'groups' in match ? match.groups : undefined;
  return typeof groups === 'object' && groups !== null
    ? (groups as Readonly<Record<string, string | undefined>>)
    : none;
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.replace(/^error parsing regexp: /, '');
  const isBeyond = /`\(\?[=!<]/.test(reason) || /invalid escape sequence: `\\\d/.test(reason);
  return isBeyond
    ? `${reason}; it cannot look around or back, so that no line can stop it`
    : reason;
}
