import type { Capsule } from './capsule.ts';

/** A capsule as JSON text, each fault, operation and decision on a line of its own. */
export function encodeCapsule(capsule: Capsule): string {
  return `${objectOf(capsule, '')}\n`;
}

function objectOf(value: object, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${inner}${JSON.stringify(name)}: ${textOf(member, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function textOf(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (!Array.isArray(value)) return objectOf(value, indent);
  const parts = value.map((part) => JSON.stringify(part));
  if (!value.some((part) => typeof part === 'object')) return `[${parts.join(', ')}]`;
  return `[\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}]`;
}
