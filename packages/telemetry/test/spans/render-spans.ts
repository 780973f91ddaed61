import type { SpanRecord, SpanTime } from '../../src/index.ts';

/** Spans as a tree of text: service, name, times in ms from the root, attributes, events. */
export function renderSpans(records: readonly SpanRecord[]): string {
  const lines: string[] = [];
  const roots = records.filter((record) => record.parentSpanId === undefined);
  for (const root of roots) renderSpan(root, root.start, '', records, lines);
  return lines.join('\n');
}

/** How many spans lie above the deepest, itself included; fails on a parent that is missing. */
export function depth(records: readonly SpanRecord[]): number {
  const byId = new Map(records.map((record) => [record.spanId, record]));
  const depthOf = (record: SpanRecord): number => {
    if (record.parentSpanId === undefined) return 1;
    const parent = byId.get(record.parentSpanId);
    if (parent === undefined) throw new Error(`${record.name} has no parent in the trace`);
    return 1 + depthOf(parent);
  };
  return Math.max(...records.map(depthOf));
}

function renderSpan(
  span: SpanRecord,
  base: SpanTime,
  indent: string,
  records: readonly SpanRecord[],
  lines: string[],
): void {
  const status = span.status.code === 'error' ? ` ERROR ${span.status.message}` : '';
  const ok = span.status.code === 'ok' ? ' ok' : '';
  const [from, to] = [since(span.start, base), since(span.end, base)];
  lines.push(
    `${indent}${span.service} ${span.name} ${from}..${to}${ok}${status}${attributes(span)}`,
  );
  for (const event of span.events) {
    lines.push(`${indent}  · ${since(event.time, base)} ${event.name}`);
  }
  const children = records.filter((record) => record.parentSpanId === span.spanId);
  children.sort((a, b) => since(a.start, base) - since(b.start, base));
  for (const child of children) renderSpan(child, base, `${indent}  `, records, lines);
}

function attributes(span: SpanRecord): string {
  const entries = Object.entries(span.attributes).filter(([name]) => name !== 'raft.node.id');
  if (entries.length === 0) return '';
  return ` ${entries.map(([name, value]) => `${name.replace('raft.', '')}=${value}`).join(' ')}`;
}

function since([seconds, nanoseconds]: SpanTime, base: SpanTime): number {
  return (seconds - base[0]) * 1000 + (nanoseconds - base[1]) / 1_000_000;
}
