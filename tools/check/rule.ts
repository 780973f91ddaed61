import type { Finding } from './finding.ts';
import type { SourceFile } from './source-file.ts';

/** A law that can be judged one file at a time; it passes over files that it does not speak of. */
export type Rule = (file: SourceFile) => readonly Finding[];
