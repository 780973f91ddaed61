import type { BisectWork } from './other-work.ts';
export async function bisect(_: BisectWork): Promise<number | string> {
  return 'no';
}
