import { stripTypeScriptTypes } from 'node:module';
import { maskCode } from '../check/mask-code.ts';
import type { Mutant } from './mutant.ts';
import { statementsIn } from './statements-in.ts';

/** A piece of a file, and what takes its place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly what: string;
}

/** Words that are put in place of others. */
const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ < /g, [' <= ', ' >= ']],
  [/ <= /g, [' < ', ' > ']],
  [/ > /g, [' >= ', ' <= ']],
  [/ >= /g, [' > ', ' < ']],
  [/ === /g, [' !== ']],
  [/ !== /g, [' === ']],
  [/ && /g, [' || ']],
  [/ \|\| /g, [' && ']],
  [/ \+ /g, [' - ']],
  [/ - /g, [' + ']],
  [/ \+= /g, [' -= ']],
  [/ -= /g, [' += ']],
  [/ [+-] 1\b/g, ['']],
  [/\bMath\.min\b/g, ['Math.max']],
  [/\bMath\.max\b/g, ['Math.min']],
  [/\.some\(/g, ['.every(']],
  [/\.every\(/g, ['.some(']],
  [/\btrue\b/g, ['false']],
  [/\bfalse\b/g, ['true']],
  [/(?<![\w.$])0(?![\w.])/g, ['1']],
  [/(?<![\w.$])1(?![\w.])/g, ['0', '2']],
  [/(?<=[\s(])!(?=[\w(])/g, ['']],
];

/** A condition in brackets, to be always or never so. */
const condition = /\b(?:if|while) \(/g;
/** A value that a function gives back; no false, which is as good as undefined to whoever asks. */
const returned = /\breturn (?!false;)(?=[^;\s])[^;]*;/g;
/** One property of an object, on a line of its own. */
const property = /^ +\w+: ([^,{}()[\]\n]+|[^,{}\n]+\([^,{}\n]*\)),$/gm;

/** Every mutant of one file of the core: each breaks one thing on one line. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const script = stripTypeScriptTypes(source);
  const code = maskCode(script);
  const lines = source.split('\n');
  const changes = [...swapsIn(code), ...conditionsIn(code), ...valuesIn(code), ...removals(code)];
  const seen = new Set([script]);
  return changes.flatMap(({ from, to, by, what }) => {
    const mutated = script.slice(0, from) + by + script.slice(to);
    if (seen.has(mutated)) return [];
    seen.add(mutated);
    const line = script.slice(0, from).split('\n').length;
    const text = lines[line - 1]?.trim() ?? '';
    if (/^(?:import|export \{|\} from)/.test(text)) return [];
    return [{ file, line, text, change: what, code: mutated }];
  });
}

function swapsIn(code: string): readonly Change[] {
  return swaps.flatMap(([pattern, words]) =>
    [...code.matchAll(pattern)].flatMap((match) =>
      words.map((by) => {
        const place = placeOf(code, match.index, match[0]);
        const what =
          by === '' ? `without ${match[0].trim()}` : `${match[0].trim()} is ${by.trim()}`;
        return { from: match.index, to: match.index + match[0].length, by, what: what + place };
      }),
    ),
  );
}

/** Says which of several on a line it is. */
function placeOf(code: string, index: number, word: string): string {
  const start = code.lastIndexOf('\n', index) + 1;
  const before = code.slice(start, index).split(word).length - 1;
  return before === 0 ? '' : `, number ${before + 1}`;
}

function conditionsIn(code: string): readonly Change[] {
  return [...code.matchAll(condition)].flatMap((match) => {
    const from = match.index + match[0].length;
    const to = closing(code, from);
    const loops = match[0].startsWith('while');
    // A loop that never ends shows nothing but that.
    const values = loops ? ['false'] : ['true', 'false'];
    return values.map((by) => ({ from, to, by, what: `the condition is ${by}` }));
  });
}

function closing(code: string, from: number): number {
  let depth = 1;
  let index = from;
  for (; depth > 0 && index < code.length; index += 1) {
    if (code[index] === '(') depth += 1;
    if (code[index] === ')') depth -= 1;
  }
  return index - 1;
}

function valuesIn(code: string): readonly Change[] {
  const returns = [...code.matchAll(returned)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    by: 'return undefined;',
    what: 'returns undefined',
  }));
  const properties = [...code.matchAll(property)].map((match) => {
    const value = match[1] ?? '';
    const from = match.index + match[0].lastIndexOf(value);
    return { from, to: from + value.length, by: 'undefined', what: 'the property is undefined' };
  });
  return [...returns, ...properties.filter(({ from, to }) => code.slice(from, to) !== 'undefined')];
}

function removals(code: string): readonly Change[] {
  return statementsIn(code).map(({ from, to }) => ({ from, to, by: '', what: 'left out' }));
}
