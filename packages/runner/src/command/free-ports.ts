import { createServer } from 'node:net';

/** Below those that systems give out by themselves, so that nobody else takes one by chance. */
const lowest = 20_000;
const highest = 32_000;

/**
 * The first of `count` ports in a row of which nobody listens on any. `slot` is one for each of the
 * runs at a time, so that two of them get different ones.
 */
export async function freePorts(count: number, slot: number, salt: number): Promise<number> {
  const rows = Math.floor((highest - lowest) / count);
  for (let attempt = 0; attempt < rows; attempt += 1) {
    // Rows of different slots stay apart whatever their attempts: each slot steps over the others.
    const row = (salt + slot + attempt * 64) % rows;
    const first = lowest + row * count;
    if (await areFree(first, count)) return first;
  }
  throw Object.assign(new Error(`there are no ${count} free ports in a row`), {
    code: 'EADDRINUSE',
  });
}

async function areFree(first: number, count: number): Promise<boolean> {
  for (let port = first; port < first + count; port += 1) if (!(await isFree(port))) return false;
  return true;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
