import { join } from 'node:path';
import { agreedCorePath, sourcesOfCore, textOfCore } from '../agreed-core.ts';
import type { Target } from './target.ts';

const sources = join(import.meta.dirname, '..', '..', 'packages', 'core', 'src');

/** The core of now, which is agreed upon by being committed. */
export const agreedCore: Target = {
  path: agreedCorePath,
  content: () => textOfCore(sourcesOfCore(sources)),
};
