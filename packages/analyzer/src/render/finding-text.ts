import { causes, type Finding, findRule } from '@raftlens/invariants';
import { escapeText, renderEvent, type TraceEvent } from '@raftlens/trace';
import { evidencePlace } from './evidence-place.ts';
import { evidenceWords } from './evidence-words.ts';
import { createPaint, type Paint, type Tone } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** A page to write on. */
export interface Page {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
}

const marks: Readonly<Record<Finding['severity'], readonly [mark: string, tone: Tone]>> = {
  violation: ['✗ VIOLATION', 'bad'],
  warning: ['! WARNING', 'warning'],
  note: ['· NOTE', 'quiet'],
};

/** Lines of evidence are cut here, in columns beyond the page: they are read, not copied. */
const evidenceWidths = 2;
const suspectsShown = 3;

/** A finding as text: the rule, what contradicts what, the lines that prove it, the likely bugs. */
export function findingText(finding: Finding, page: Page): string {
  const paint = createPaint(page.colour);
  const rule = findRule(finding.rule);
  const [mark, tone] = marks[finding.severity];
  const verdict = finding.verdict === 'violated' ? '' : ` (${finding.verdict})`;
  const where = [
    finding.term === undefined ? '' : `term ${finding.term}`,
    finding.nodes.length === 0 ? '' : `servers ${finding.nodes.join(', ')}`,
    finding.run === undefined ? '' : `run ${finding.run}`,
    finding.group === undefined ? '' : `group ${finding.group}`,
  ].filter((part) => part !== '');
  const what = `${paint(tone, mark)} ${paint('strong', finding.rule)}${verdict}`;
  const head = `${what}  ${escapeText(where.join(' · '))}`;
  const source = rule === undefined ? '' : ` (${rule.source})`;
  const lines = [
    head.trimEnd(),
    ...indented(escapeText(finding.message) + source, 2, page),
    '',
    `  ${paint('strong', 'Evidence')}`,
    ...finding.evidence.flatMap((event) => evidenceLines(event, page, paint)),
    ...sliceLines(finding, page, paint),
    ...suspectLines(finding, page, paint),
    ...adviceLines(finding, page),
  ];
  return `${lines.join('\n')}\n`;
}

function evidenceLines(event: TraceEvent, { width }: Page, paint: Paint): readonly string[] {
  const { at } = event;
  if (at === undefined) return [`    ${renderEvent(event)}`];
  const place = `${escapeText(at.file)}:${at.line}`;
  const words = escapeText(evidenceWords(event), width * evidenceWidths);
  const caller = event.caller === undefined ? '' : `  ${escapeText(event.caller)}`;
  return [`    ${paint('quiet', place)}  ${words}${paint('quiet', caller)}`];
}

/** The slice, when it says more than the evidence alone, which is marked in it. */
function sliceLines(
  { slice = [], evidence }: Finding,
  { width }: Page,
  paint: Paint,
): readonly string[] {
  if (slice.length <= evidence.length) return [];
  const lines = slice.map((event) => {
    const place = evidencePlace(event);
    const words = escapeText(evidenceWords(event), width * evidenceWidths);
    const mark = evidence.some((each) => isSame(each, event)) ? '▸' : ' ';
    return (
      `  ${mark} ` +
      `${place === undefined ? '' : `${paint('quiet', escapeText(place))}  `}${words}`
    );
  });
  return ['', `  ${paint('strong', 'How it came')}`, ...lines];
}

function isSame(a: TraceEvent, b: TraceEvent): boolean {
  if (a.at !== undefined) return a.at.line === b.at?.line && a.at.file === b.at.file;
  return a.event === b.event && a.node === b.node && a.time === b.time && a.seq === b.seq;
}

function adviceLines({ logNext }: Finding, page: Page): readonly string[] {
  return logNext === undefined ? [] : ['', ...indented(logNext, 2, page)];
}

function suspectLines({ causes: suspects }: Finding, page: Page, paint: Paint): readonly string[] {
  if (suspects.length === 0) return [];
  const lines = ['', `  ${paint('strong', suspects.length === 1 ? 'Likely bug' : 'Likely bugs')}`];
  for (const { bug, confidence, why, against = [] } of suspects.slice(0, suspectsShown)) {
    const title = causes.find(({ name }) => name === bug)?.title ?? '';
    lines.push(`    ${paint('strong', bug)} (${Math.round(confidence * 100)} %)  ${title}`);
    lines.push(...indented(escapeText(why), 6, page));
    for (const words of against) lines.push(...objection(words, page));
  }
  return lines;
}

/** What speaks against a suspect. */
function objection(words: string, { width }: Page): readonly string[] {
  return wrapText(escapeText(`but ${words}`), { width, first: '      − ', rest: '        ' });
}

function indented(text: string, columns: number, { width }: Page): readonly string[] {
  const indent = ' '.repeat(columns);
  return wrapText(text, { width, first: indent, rest: indent });
}
