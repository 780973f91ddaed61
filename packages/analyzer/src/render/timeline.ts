import { escapeText, type TraceEvent } from '@raftlens/trace';
import { dayOf, timeOfDay } from './clock.ts';
import { eventTone, eventWords } from './event-words.ts';
import { createPaint } from './paint.ts';
import { createServerColumns } from './server-columns.ts';
import { wrapText } from './wrap-text.ts';

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
/** Text of the log in one cell, in UTF-16 units. */
const longestWords = 200;

/** Makes a timeline that holds no more than the first events. */
export function createTimeline({ width, colour, shows, nodes }: TimelineOptions): Timeline {
  const paint = createPaint(colour);
  const columns = createServerColumns({ width: width - timeWidth, nodes });
  let held: TraceEvent[] | undefined = [];
  let day: string | undefined;
  let time: string | undefined;
  let nothing = true;

  const head = (): string => columns.head(' '.repeat(timeWidth + 1), paint);

  const drawTime = (event: TraceEvent): string => {
    const last = time;
    time = timeOfDay(event.time);
    return paint('quiet', (time === last ? '' : time).padEnd(timeWidth));
  };

  /** Draws the events of one line of the log, which stand in one cell. */
  const draw = (events: readonly [TraceEvent, ...TraceEvent[]]): string => {
    const [event] = events;
    nothing = false;
    const today = dayOf(event.time);
    const dayLine = today === day ? '' : `${paint('quiet', today)}\n`;
    day = today;
    const { indent, room, unnamed } = columns.place(event);
    const name = unnamed ? `${escapeText(event.node ?? '')}: ` : '';
    // The dashes keep what is of no server apart from the first column.
    const lead = event.node === undefined ? '── ' : name;
    const words = escapeText(eventWords(events), longestWords);
    const lines = wrapText(lead + words, { width: room });
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
      if (columns.meet(event)) drawn += head();
      if (shows?.(event) === false || !columns.has(event)) continue;
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
    for (const event of events) columns.meet(event);
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
