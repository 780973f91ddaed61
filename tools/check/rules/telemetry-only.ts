import { packageFolder } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import { importsOf } from '../imports.ts';
import { isCode, type SourceFile } from '../source-file.ts';

/** Law 4: only `telemetry` knows pino and OpenTelemetry, so that each is changed in one place. */
export function telemetryOnly(file: SourceFile): readonly Finding[] {
  const folder = packageFolder(file.path);
  if (folder === undefined || folder === 'telemetry' || !isCode(file.path)) return [];
  return importsOf(file)
    .filter(({ specifier }) => /^(?:pino(?:[-/].*)?|@opentelemetry\/.*)$/.test(specifier))
    .map(({ specifier, line }) => ({
      path: file.path,
      line,
      what: `${specifier} imported outside telemetry`,
      fix: 'use what @raftlens/telemetry exports, or add it there',
    }));
}
