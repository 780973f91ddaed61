import type { Message } from '@raftlens/core';
import type { Numbered } from './numbered.ts';

/** Where a message goes. */
export interface Route {
  /** The place of the server that it goes to. */
  readonly receiver: number;
  /** Sender and receiver as one number. */
  readonly link: number;
}

/** Looks up the routes of numbered messages, once for each. */
export function createRoutes(
  ids: readonly string[],
  messages: Numbered<Message>,
): (message: number) => Route {
  const routes: Route[] = [];
  return (message) => {
    const known = routes[message];
    if (known !== undefined) return known;
    const { from, to } = messages.things[message] ?? { from: '', to: '' };
    const receiver = ids.indexOf(to);
    const route = { receiver, link: ids.indexOf(from) * ids.length + receiver };
    routes[message] = route;
    return route;
  };
}
