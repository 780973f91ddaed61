import type { Server } from '@raftlens/core';

/**
 * A server that lives on by itself: all of its plain data is copied, also what a patched core adds
 * to it, while functions and the settings are shared. What the core keeps outside of the server is
 * not copied, and a core has no business keeping anything there.
 */
export function cloneServer(server: Server): Server {
  const copy: Server = { ...server };
  const parts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(copy)) {
    if (typeof value === 'object' && name !== 'settings') parts[name] = cloneValue(value);
  }
  return Object.assign(copy, parts);
}

function cloneValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneValue);
  if (value instanceof Set) return new Set([...value].map(cloneValue));
  if (value instanceof Map) {
    return new Map([...value].map(([key, each]) => [cloneValue(key), cloneValue(each)]));
  }
  const copy: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) copy[name] = cloneValue(each);
  return copy;
}
