import type { BareEvent } from '../bare-event.ts';
import type { TesterLine } from './tester-line.ts';

/** What the tester's lines have told so far: which test runs, and whom it has cut off. */
export interface TesterStory {
  /** How many tests have started in this file. */
  readonly started: number;
  /** The test that runs or ran last, by the best name that is known. */
  readonly test: string | undefined;
  /** The test has started and has no result yet. */
  readonly open: boolean;
  readonly cutOff: readonly string[];
}

/** A new story, and the events that the line told. */
export interface Told {
  readonly story: TesterStory;
  readonly events: readonly BareEvent[];
}

/** Before the first line. */
export const untold: TesterStory = { started: 0, test: undefined, open: false, cutOff: [] };

const unnamed = 'unnamed';

/**
 * Goes on with the story by one line.
 *
 * `DISCONNECTING` is printed right after a round of TestManyElections cut three servers off; the
 * round ends by connecting them again, of which nothing is printed. So the next such line first
 * clears the fault before it.
 */
export function tell(
  story: TesterStory,
  line: Exclude<TesterLine, { readonly kind: 'ignored' | 'broken' }>,
): Told {
  switch (line.kind) {
    case 'started': {
      const { test, words } = line;
      return {
        story: { started: story.started + 1, test, open: true, cutOff: [] },
        events: [{ event: 'test.started', test, message: words }],
      };
    }
    case 'running':
      return { story: { ...story, test: line.test }, events: [] };
    case 'passed':
      return passed(story, story.test ?? unnamed, line.words);
    case 'go-passed':
      return story.open ? passed(story, line.test, '') : { story, events: [] };
    case 'failed':
      return {
        story: { ...story, open: false },
        events: [{ event: 'test.failed', test: line.test }],
      };
    case 'observed':
      return { story, events: [{ event: 'test.observed', ...line.observation }] };
    case 'disconnecting':
      return { story: { ...story, cutOff: line.nodes }, events: disconnected(story, line.nodes) };
  }
}

function passed(story: TesterStory, test: string, message: string): Told {
  const event = { event: 'test.passed', test } as const;
  return {
    story: { ...story, open: false },
    events: [message === '' ? event : { ...event, message }],
  };
}

function disconnected({ cutOff }: TesterStory, nodes: readonly string[]): readonly BareEvent[] {
  const injected = { event: 'fault.injected', fault: 'partition', nodes } as const;
  if (cutOff.length === 0) return [injected];
  return [{ event: 'fault.cleared', fault: 'partition', nodes: cutOff }, injected];
}
