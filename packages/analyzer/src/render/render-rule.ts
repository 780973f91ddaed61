import { causes, type Rule } from '@raftlens/invariants';
import type { Page } from './finding-text.ts';
import { createPaint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** A rule as a page: what it says, why it matters, its source, how it breaks, what it reads. */
export function renderRule(rule: Rule, { width, colour }: Page): string {
  const paint = createPaint(colour);
  const text = (words: string): readonly string[] =>
    wrapText(words, { width, first: '  ', rest: '  ' });
  const needs = rule.needs.map(({ event, fields }) =>
    fields === undefined || fields.length === 0 ? event : `${event} (${fields.join(', ')})`,
  );
  const bugs = causes.filter(({ explains }) => explains.includes(rule.id));
  const lines = [
    `${paint('strong', rule.id)} (${rule.code}): ${rule.title}`,
    '',
    ...text(rule.statement),
    '',
    paint('strong', 'Why it matters'),
    ...text(rule.why),
    '',
    paint('strong', 'Where it stands'),
    ...text(rule.source),
    '',
    paint('strong', 'The smallest trace that breaks it'),
    ...rule.example.map((step, index) => `  ${index + 1}. ${step}`),
    '',
    paint('strong', 'What it reads'),
    ...needs.flatMap((need) => text(need)),
    ...(bugs.length === 0 ? [] : ['', paint('strong', 'Usual bugs behind it')]),
    ...bugs.flatMap(({ name, title }) => text(`${name}: ${title}`)),
  ];
  return `${lines.join('\n')}\n`;
}
