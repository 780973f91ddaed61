import { drawTable, type Page, wrapText } from '@raftlens/analyzer/page';
import { sometimesReached } from '@raftlens/invariants';
import type { Touched } from '../campaign/campaign-tally.ts';

/** What clean runs prove and touched, in a few lines; with `summary` the counts too. */
export async function touchedText(
  touched: Touched,
  { summary, ...page }: Page & { readonly summary: boolean },
): Promise<string> {
  const never = sometimesReached.filter(({ name }) => (touched.reached[name] ?? 0) === 0);
  const reached = sometimesReached.length - never.length;
  const names = never.map(({ name }) => name).join(', ');
  const rest = names === '' ? '' : `; never: ${names}`;
  const words = [`Reached ${reached} of ${sometimesReached.length} parts of Raft${rest}`];
  const faults = Object.entries(touched.faults);
  if (faults.length > 0) {
    const struck = faults.reduce((sum, [, count]) => sum + count, 0);
    const kinds = `${faults.length} kind${faults.length === 1 ? '' : 's'} of faults`;
    words.push(`${kinds} struck ${struck} times`);
  }
  const unseen = Object.entries(touched.scenes).filter(([, count]) => count === 0);
  if (unseen.length > 0)
    words.push(`Scenes never seen: ${unseen.map(([name]) => name).join('; ')}`);
  if (touched.vacuous > 0) {
    words.push(`${counted(touched.vacuous)} vacuous: nobody was elected, or nothing committed`);
  }
  if (touched.verified > 0) {
    words.push(`${counted(touched.verified)} made twice more and gave the same traces`);
  }
  const lines = words.flatMap((line) => wrapText(line, { width: page.width, rest: '  ' }));
  const text = `${lines.join('\n')}\n`;
  return summary ? `${text}\n${await table(touched, page)}` : text;
}

async function table(touched: Touched, { width }: Page): Promise<string> {
  const rows = sometimesReached.map(({ name, says, source }) => [
    name,
    String(touched.reached[name] ?? 0),
    `${says} (${source})`,
  ]);
  const faultRows = Object.entries(touched.faults).map(([name, count]) => [
    `fault ${name}`,
    String(count),
    'struck',
  ]);
  const sceneRows = Object.entries(touched.scenes).map(([name, count]) => [
    'scene',
    String(count),
    name,
  ]);
  const all = [...rows, ...faultRows, ...sceneRows];
  return drawTable({ head: ['reached', 'times', 'what'], rows: all, width });
}

function counted(runs: number): string {
  return `${runs} ${runs === 1 ? 'run was' : 'runs were'}`;
}
