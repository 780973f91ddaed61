import { etcdExport } from './etcd-export.ts';
import { mermaidExport } from './mermaid-export.ts';
import { perfettoExport } from './perfetto-export.ts';
import { shivizExport } from './shiviz-export.ts';
import type { TraceExport } from './trace-export.ts';

/** Every format to export to. A new one is a file here and a line. */
export const exports: readonly TraceExport[] = [
  shivizExport,
  perfettoExport,
  mermaidExport,
  etcdExport,
];
