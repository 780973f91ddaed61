import { escapeText, nodeOrder, type TraceEvent } from '@raftlens/trace';
import { dayOf, timeOfDay } from './clock.ts';
import { eventTone, eventWords } from './event-words.ts';
import { createPaint } from './paint.ts';
import { columns, wrapText } from './wrap-text.ts';

/** How a timeline is drawn. */
export interface TimelineOptions {
  /** Columns of the page. */
  readonly width: number;
  readonly colour: boolean;
  /** Which events to show; all, where it is left out. */
  readonly shows?: ((event: TraceEvent) => boolean) | undefined;
  /** Which servers may have a column; all, where it is left out. */
  readonly nodes?: readonly string[] | undefined;
}

/** A view of events with a column for each server and the time at the left, drawn as they come. */
export interface Timeline {
  /** Lines to print, each with its line end; may be empty. */
  push(events: readonly TraceEvent[]): string;
  /** What is left to print. */
  end(): string;
}

/** So many events are looked at before the first is drawn, to know the servers from the start. */
const lookAhead = 1000;
const timeWidth = 12;
const narrowestColumn = 8;
/** Text of the log in one cell, in UTF-16 units. */
const longestWords = 200;

/** Makes a timeline that holds no more than the first events. */
export function createTimeline({ width, colour, shows, nodes: wanted }: TimelineOptions): Timeline {
  const paint = createPaint(colour);
  const nodes: string[] = [];
  let held: TraceEvent[] | undefined = [];
  let day: string | undefined;
  let time: string | undefined;
  let nothing = true;

  const columnWidth = (): number => Math.floor((width - timeWidth) / nodes.length) - 1;

  /** A server that shows up late opens a column of its own, under a new head. */
  const meet = (event: TraceEvent): boolean => {
    const before = nodes.length;
    for (const node of nodesOf(event)) {
      if (!nodes.includes(node) && wanted?.includes(node) !== false) nodes.push(node);
    }
    if (nodes.length === before) return false;
    nodes.sort(nodeOrder);
    return true;
  };

  const hasColumn = ({ node }: TraceEvent): boolean =>
    node === undefined || wanted === undefined || wanted.includes(node);

  const head = (): string => {
    if (nodes.length === 0 || columnWidth() < narrowestColumn) return '';
    const names = nodes.map((node) => escapeText(node, columnWidth()).padEnd(columnWidth()));
    const rule = nodes.map(() => '─'.repeat(columnWidth()));
    const line = `${' '.repeat(timeWidth)} ${names.join(' ')}`.trimEnd();
    return `${paint('strong', line)}\n${paint('quiet', `${' '.repeat(timeWidth)} ${rule.join(' ')}`)}\n`;
  };

  /** The column that an event starts in, and how much room it has there. */
  const place = (event: TraceEvent): { readonly indent: number; readonly room: number } => {
    if (event.node === undefined || columnWidth() < narrowestColumn) {
      return { indent: 0, room: width - timeWidth - 1 };
    }
    const room = columnWidth();
    return { indent: nodes.indexOf(event.node) * (room + 1), room };
  };

  const drawTime = (event: TraceEvent): string => {
    const now = timeOfDay(event.time);
    const shown = now === time ? '' : now;
    time = now;
    return paint('quiet', shown.padEnd(timeWidth));
  };

  /** Draws the events of one line of the log, which stand in one cell. */
  const draw = (events: readonly [TraceEvent, ...TraceEvent[]]): string => {
    const [event] = events;
    nothing = false;
    const today = dayOf(event.time);
    const dayLine = today === day ? '' : `${paint('quiet', today)}\n`;
    day = today;
    const { indent, room } = place(event);
    const who = event.node !== undefined && indent === 0 && columnWidth() < narrowestColumn;
    const words = escapeText(eventWords(events), longestWords);
    const lead = who ? `${escapeText(event.node ?? '')}: ` : '';
    // The dashes keep what is of no server apart from the first column.
    const lines = wrapText(`${event.node === undefined ? '── ' : lead}${words}`, { width: room });
    const tone = events.map(eventTone).findLast((each) => each !== undefined);
    const cells = lines.map((line, index) => {
      const left = index === 0 ? drawTime(event) : ' '.repeat(timeWidth);
      return `${left} ${' '.repeat(indent)}${tone ? paint(tone, line) : line}\n`;
    });
    return dayLine + cells.join('');
  };

  const drawAll = (events: readonly TraceEvent[]): string => {
    let drawn = '';
    let cell: [TraceEvent, ...TraceEvent[]] | undefined;
    for (const event of events) {
      if (meet(event)) drawn += head();
      if (shows?.(event) === false || !hasColumn(event)) continue;
      if (cell !== undefined && isSameLine(cell[0], event)) cell.push(event);
      else {
        if (cell !== undefined) drawn += draw(cell);
        cell = [event];
      }
    }
    return cell === undefined ? drawn : drawn + draw(cell);
  };

  const release = (): string => {
    const events = held ?? [];
    held = undefined;
    for (const event of events) meet(event);
    return head() + drawAll(events);
  };

  return {
    push(events) {
      if (held === undefined) return drawAll(events);
      for (const event of events) held.push(event);
      return held.length < lookAhead ? '' : release();
    },
    end: () => `${held === undefined ? '' : release()}${nothing ? 'No event to show.\n' : ''}`,
  };
}

function isSameLine(a: TraceEvent, b: TraceEvent): boolean {
  if (a.at === undefined || b.at === undefined || a.node !== b.node) return false;
  return a.at.line === b.at.line && a.at.file === b.at.file;
}

function nodesOf(event: TraceEvent): readonly string[] {
  if (event.event === 'trace.started') return event.nodes ?? [];
  return event.node === undefined ? [] : [event.node];
}

/** Where the page is too narrow for a column a server, lines are at least this wide. */
export const narrowestTimeline: number = timeWidth + 1 + columns('follower, term 1');
