/** A statement: offsets of its first character and behind its last. */
export interface Statement {
  readonly from: number;
  readonly to: number;
}

/** Declarations are needed for the rest to run at all. */
const kept = /^(?:export|import|const|let|function|return|case|default|break|\}|\/)/;

/**
 * The statements of a formatted, masked file that can be left out, found by their indentation:
 * single lines, calls over several lines, and whole blocks.
 */
export function statementsIn(code: string): readonly Statement[] {
  const lines = code.split('\n');
  const starts: number[] = [];
  for (let start = 0, number = 0; number < lines.length; number += 1) {
    starts.push(start);
    start += (lines[number]?.length ?? 0) + 1;
  }
  return lines.flatMap((line, number) => {
    const indent = line.search(/\S/);
    if (indent < 2 || kept.test(line.trim()) || !opens(lines, number)) return [];
    const last = endOf(lines, number, indent);
    if (last === undefined) return [];
    const from = (starts[number] ?? 0) + indent;
    return [{ from, to: (starts[last] ?? 0) + (lines[last]?.trimEnd().length ?? 0) }];
  });
}

/** What stands before a statement ends one, or opens a block. */
function opens(lines: readonly string[], number: number): boolean {
  for (let before = number - 1; before >= 0; before -= 1) {
    const text = lines[before]?.trim() ?? '';
    if (text !== '') return /[;{}:]$/.test(text);
  }
  return false;
}

function endOf(lines: readonly string[], number: number, indent: number): number | undefined {
  for (let last = number; last < lines.length; last += 1) {
    const line = lines[last] ?? '';
    if (last > number && line.trim() !== '' && line.search(/\S/) < indent) return undefined;
    if (last > number && line.search(/\S/) !== indent) continue;
    if (/;\s*$/.test(line)) return last;
    if (last > number && /^\s*\}\s*$/.test(line)) return last;
  }
  return undefined;
}
