import type { TraceEvent } from '@raftlens/trace';
import { timeOfDay } from '../render/clock.ts';
import { createAnswerRows } from './answer-rows.ts';
import { answerTable } from './answer-table.ts';
import { clusterKey, clusterName, clusterOf, serverKey } from './cluster-key.ts';
import { placeOf } from './place-of.ts';
import type { Question } from './question.ts';

/** How the servers came into one term. */
interface TermStory {
  readonly cluster: string;
  readonly term: number;
  readonly time: number;
  readonly place: string | undefined;
  readonly first: string;
  readonly cause: string;
  readonly followers: { readonly node: string; readonly cause: string }[];
}

/** So many terms of each cluster are open to servers that come late. */
const termsOpen = 100;

/** Who moved the term: a term a row, who was there first and why, and who followed. */
export const terms: Question = {
  name: 'terms',
  title: 'who moved the term, and who followed',
  open() {
    const rows = createAnswerRows<TermStory>();
    const open = new Map<string, Map<number, TermStory>>();
    const current = new Map<string, number>();

    const note = (event: TraceEvent, node: string, term: number, cause: string): void => {
      current.set(serverKey(event, node), term);
      const stories = open.get(clusterKey(event)) ?? new Map<number, TermStory>();
      open.set(clusterKey(event), stories);
      const story = stories.get(term);
      if (story !== undefined) {
        story.followers.push({ node, cause });
        return;
      }
      const told = { cluster: clusterName(event), term, time: event.time, place: placeOf(event) };
      const fresh = { ...told, first: node, cause, followers: [] };
      rows.add(fresh);
      stories.set(term, fresh);
      const oldest = stories.keys().next();
      if (stories.size > termsOpen && oldest.done !== true) stories.delete(oldest.value);
    };

    return {
      observe(event) {
        const { node } = event;
        if (node === undefined) return;
        const term = event.event === 'term.changed' ? event.to : event.term;
        if (term === undefined || term === 0 || current.get(serverKey(event, node)) === term)
          return;
        note(event, node, term, causeOf(event));
      },
      async text(page) {
        const head = ['term', 'at', 'first', 'because of', 'then'];
        const nothing = 'No server says its term in this log.';
        return answerTable(rows, { head, cells: cellsOf, cluster: clusterOf, nothing }, page);
      },
      json: () => rows.kept,
    };
  },
};

function causeOf(event: TraceEvent): string {
  if (event.event === 'term.changed') {
    const source = event.source === undefined ? '' : ` from ${event.source}`;
    return `${event.cause ?? 'no cause given'}${source}`;
  }
  if (event.event === 'election.started') return 'election';
  if (event.event === 'node.started') return 'start';
  if (event.event === 'message.received') return `${event.kind} from ${event.from}`;
  return event.event;
}

function cellsOf(story: TermStory): readonly (string | number | undefined)[] {
  const { term, time, first, cause, followers } = story;
  return [
    term,
    timeOfDay(time),
    first,
    cause,
    followers.map((each) => `${each.node} (${each.cause})`).join(', '),
  ];
}
