import type { JsonValue } from '@raftlens/trace';

const widest = 100;

/** Lays JSON out as the formatter of this repository does: short arrays stay on one line. */
export function formatJson(value: JsonValue, indent = '', before = 0): string {
  const inner = `${indent}  `;
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const flat = value.every((item) => typeof item !== 'object');
    if (flat && indent.length + before + line.length < widest) return line;
    return block(
      '[]',
      indent,
      value.map((item) => formatJson(item, inner)),
    );
  }
  const members = Object.entries(value).map(([key, member]) => {
    const head = `${JSON.stringify(key)}: `;
    return `${head}${formatJson(member, inner, head.length)}`;
  });
  return block('{}', indent, members);
}

function block(brackets: string, indent: string, lines: readonly string[]): string {
  if (lines.length === 0) return brackets;
  const body = lines.map((line) => `${indent}  ${line}`).join(',\n');
  return `${brackets.charAt(0)}\n${body}\n${indent}${brackets.charAt(1)}`;
}

/** Array.isArray does not tell readonly arrays from objects. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
