import { createPaint, drawTable, type Page, wrapText } from '@raftlens/analyzer/page';
import { causes } from '@raftlens/invariants';
import { faults, loads, scenarios, strategies } from '@raftlens/sim';
import { exhaustiveName } from './loop-flags.ts';

/** The known bugs with their stories, as text or as JSON. */
export function bugList(json: boolean, page: Page): string {
  if (json) {
    const list = causes.map(({ name, title, harmless, story }) => ({
      name,
      title,
      harmless,
      story,
    }));
    return `${JSON.stringify(list, undefined, 2)}\n`;
  }
  const paint = createPaint(page.colour);
  const stories = causes.map(({ name, title, harmless, story }) => {
    const note = harmless ? ' (harmless)' : '';
    const lines = wrapText(story, { width: page.width, first: '  ', rest: '  ' });
    return `${paint('strong', name)}${note}: ${title}\n${lines.join('\n')}\n`;
  });
  return `${stories.join('\n')}\nraft-loop --until-fail --bug NAME hunts one.\n`;
}

/** The scenarios, as text or as JSON. */
export async function scenarioList(json: boolean, page: Page): Promise<string> {
  if (json) return `${JSON.stringify(scenarios, undefined, 2)}\n`;
  const rows = scenarios.map(({ name, aliases, title }) => [name, aliases.join(', '), title]);
  return drawTable({ head: ['scenario', 'also', 'what'], rows, width: page.width });
}

/** The faults and loads of chaos with their units and defaults, as text or as JSON. */
export async function faultList(json: boolean, page: Page): Promise<string> {
  if (json) {
    const list = [...faults, ...loads].map(({ name, title, unit, default: usual, range }) => ({
      name,
      title,
      unit,
      default: usual,
      range,
    }));
    return `${JSON.stringify(list, undefined, 2)}\n`;
  }
  const rows = [...faults, ...loads].map((fault) => [
    fault.name,
    `${fault.default} ${fault.unit}`,
    `${fault.range[0]} to ${fault.range[1]}`,
    fault.title,
  ]);
  return drawTable({ head: ['fault', 'default', 'range', 'what'], rows, width: page.width });
}

/** The strategies, as text or as JSON. */
export async function strategyList(json: boolean, page: Page): Promise<string> {
  const list = [
    ...strategies.map(({ name, title }) => ({ name, title })),
    { name: exhaustiveName, title: 'Every run of three servers within bounds, shortest first' },
  ];
  if (json) return `${JSON.stringify(list, undefined, 2)}\n`;
  const rows = list.map(({ name, title }) => [name, title]);
  return drawTable({ head: ['strategy', 'what'], rows, width: page.width });
}
