import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { reports } from '../../src/reports/reports.ts';
import { nativeText } from '../native-trace.ts';
import { storyTrace } from '../story-trace.ts';

async function analysed(text: string, name = 'story.jsonl') {
  return analyze([{ name, open: () => Readable.from([Buffer.from(text)]) }]);
}

test.each(reports)('$name, whole', async ({ name, render }) => {
  const analysis = await analysed(nativeText(storyTrace));
  // Rules come and go; the reports are about two findings and their like.
  const coverage = analysis.coverage.filter(({ rule }) => /^(double-vote|lock-kept)$/.test(rule));
  const findings = analysis.findings
    .filter(({ rule }) => rule === 'double-vote')
    .map((finding) => ({ ...finding, causes: finding.causes.slice(0, 1) }));
  const text = render({ ...analysis, coverage, findings });
  await expect(text).toMatchFileSnapshot(`outputs/${name}.txt`);
});

const hostile =
  'n1\u202e|<b>\u001b[31m`]]>\u0000%0A::error::@all,"\'&\n```\n<script>alert(1)</script> [x](http://x)';

test.each(reports)('$name gives nothing of a hostile log a meaning', async ({ name, render }) => {
  const events = storyTrace.map((event) =>
    event.node === 'n3' ? { ...event, node: hostile } : event,
  );
  const text = render(await analysed(nativeText(events), 'a,b:c%.jsonl'));
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('\u0000');
  if (name === 'junit' || name === 'markdown') {
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('\u202e');
  }
  if (name === 'github') {
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^::(error|warning) file=/);
  }
  if (name === 'sarif') expect(JSON.parse(text).runs[0].results.length).toBeGreaterThan(0);
});
