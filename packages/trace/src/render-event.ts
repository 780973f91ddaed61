import { clientRenderers } from './render/client-renderers.ts';
import { clusterRenderers } from './render/cluster-renderers.ts';
import { electionRenderers } from './render/election-renderers.ts';
import { harnessRenderers } from './render/harness-renderers.ts';
import { logRenderers } from './render/log-renderers.ts';
import { messageRenderers } from './render/message-renderers.ts';
import { type Renderers, sentence, who } from './render/notation.ts';
import { serverRenderers } from './render/server-renderers.ts';
import type { EventName, TraceEvent } from './trace-event.ts';

const renderers: Renderers<EventName> = {
  ...harnessRenderers,
  ...serverRenderers,
  ...electionRenderers,
  ...messageRenderers,
  ...logRenderers,
  ...clusterRenderers,
  ...clientRenderers,
};

/**
 * Renders an event as one line for people, without time, sequence number or origin:
 * `n1@3 follower ⇒ candidate (election-timeout)`, `n1@3 → n2 AppendEntries 7@2 heartbeat commit 6`.
 *
 * `n1@3` is a server in its term after the event, `7@2` the log index 7 with an entry of term 2.
 * Text from the trace is escaped ({@link escapeText}) and cut, so that any terminal can show it.
 */
export function renderEvent(event: TraceEvent): string {
  // Each name leads to the renderer for its own event, which the compiler cannot follow.
  const render = renderers[event.event] as (event: TraceEvent) => string;
  return sentence(who(event), render(event));
}
