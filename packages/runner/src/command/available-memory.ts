import { readFileSync } from 'node:fs';
import { freemem } from 'node:os';

/** What programs can still get, caches that would be given back included; bytes. */
export function availableMemory(): number {
  try {
    const text = readFileSync('/proc/meminfo', 'latin1');
    return Number(/^MemAvailable:\s+(\d+)/m.exec(text)?.[1]) * 1024;
  } catch {
    return freemem();
  }
}
