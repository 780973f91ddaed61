import type { BareEvent } from '../bare-event.ts';

/**
 * Holds what servers claim of their terms against what they said of them before. Many print a term
 * before they raise it, so what a candidate prints is not its term; but smaller than that it is not
 * any more, and who then claims to lead a smaller one prints some other number.
 */
export interface TermFloors {
  /** What can be believed of a line that shows this term of its server. */
  hold(shown: number | undefined, events: readonly BareEvent[]): readonly BareEvent[];
  /** A server's line names the term for which it stands; undefined for any other line. */
  stand(id: string, term: number | undefined, shown: number | undefined): void;
  /** The servers begin anew. */
  clear(): void;
}

/** Nothing is known of any server yet. */
export function createTermFloors(): TermFloors {
  const floors = new Map<string, number>();
  /** Of servers that have named the term they stand for, and shown no other since. */
  const standing = new Map<string, number>();
  return {
    stand(id, term, shown) {
      if (term !== undefined) standing.set(id, term);
      else if (shown !== undefined && shown !== standing.get(id)) standing.delete(id);
    },
    hold(shown, events) {
      const campaigns = events.some(isCampaign);
      return events.map((event) => {
        const { node = '' } = event;
        if (campaigns && shown !== undefined && shown > (floors.get(node) ?? 0)) {
          floors.set(node, shown);
        }
        if (event.event !== 'role.changed' || event.to !== 'leader') return event;
        const { term, ...rest } = event;
        const stood = standing.get(node);
        if (term === undefined) return stood === undefined ? event : { ...event, term: stood };
        return term >= (floors.get(node) ?? 0) ? event : rest;
      });
    },
    clear() {
      floors.clear();
      standing.clear();
    },
  };
}

function isCampaign(event: BareEvent): boolean {
  return (
    event.event === 'election.started' ||
    (event.event === 'role.changed' && event.to === 'candidate')
  );
}
