import type { Capsule } from './capsule.ts';

/** A capsule as JSON text, each fault, operation and decision on a line of its own. */
export function encodeCapsule(capsule: Capsule): string {
  const { plan, operations, decisions, ...head } = capsule;
  const members = Object.entries(head).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${JSON.stringify(name)}: ${JSON.stringify(value)}`],
  );
  const lists = Object.entries({ plan, operations, decisions }).map(
    ([name, parts]) => `  ${JSON.stringify(name)}: ${listOf(parts)}`,
  );
  return `{\n${[...members, ...lists].join(',\n')}\n}\n`;
}

function listOf(parts: readonly unknown[]): string {
  if (parts.length === 0) return '[]';
  return `[\n${parts.map((part) => `    ${JSON.stringify(part)}`).join(',\n')}\n  ]`;
}
