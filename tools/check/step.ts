import type { Finding } from './finding.ts';
import type { SourceFile } from './source-file.ts';

/** One line of `npm run check`: it reads, and never changes what git tracks. */
export interface Step {
  readonly name: string;
  readonly run: (files: readonly SourceFile[]) => readonly Finding[];
}
