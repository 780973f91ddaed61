import { describe, expect, test } from 'vitest';
import { formats } from '../src/index.ts';
import { readLines } from './read-lines.ts';
import { samples } from './samples.ts';
import { shown } from './shown.ts';

/** Formats whose every sample stands beside the story that it tells. */
const told = [
  'atomix',
  'ccf',
  'cockroachdb',
  'dragonboat',
  'etcd-journal',
  'etcd-zap',
  'hashicorp-text',
  'jaeger-json',
  'jraft',
  'kraft',
  'logcabin',
  'mongodb',
  'nats',
  'openraft',
  'otlp-json',
  'ovsdb',
  'rabbitmq',
  'ratis',
  'redpanda',
  'state-trace',
  'student-log',
  'tikv',
  'topic-log',
];

describe.each(told)('%s', (id) => {
  const format = formats.find((each) => each.id === id);
  if (format === undefined) throw new Error(`no format is called ${id}`);

  test.each(Object.entries(samples[id] ?? {}))('%s, line by line', async (name, lines) => {
    const { outcomes, events } = readLines(format, lines);
    const why = new Map<string, number>();
    for (const outcome of outcomes) {
      if (outcome.kind === 'events') continue;
      const reason = `${outcome.kind}: ${outcome.why}`;
      why.set(reason, (why.get(reason) ?? 0) + 1);
    }
    const rest = [...why].map(([reason, count]) => `${count} ${reason}\n`).join('');
    await expect(shown(events) + rest).toMatchFileSnapshot(`stories/${id}/${name}.txt`);
  });
});
