import { escapeText, renderEvent, type TraceEvent } from '@raftlens/trace';
import type { TraceExport } from './trace-export.ts';

/** Longer diagrams no renderer draws; filters choose what goes in. */
const mostSteps = 500;
const longestWords = 120;

/** Mermaid's sequence diagram: messages as arrows, what else a server does as notes. */
export const mermaidExport: TraceExport = {
  name: 'mermaid',
  title: 'a sequence diagram in Mermaid, for Markdown pages',
  open() {
    let steps = 0;
    return {
      push(events) {
        let text = steps === 0 ? 'sequenceDiagram\n' : '';
        for (const event of events) {
          const step = stepOf(event);
          if (step === undefined) continue;
          steps += 1;
          if (steps <= mostSteps) text += `  ${step}\n`;
        }
        return text;
      },
      end: () =>
        steps <= mostSteps
          ? ''
          : `  %% ${steps - mostSteps} more steps: narrow them with --node, --term or --event\n`,
    };
  },
};

function stepOf(event: TraceEvent): string | undefined {
  switch (event.event) {
    case 'message.received':
      return `${participant(event.from)}->>${participant(event.to)}: ${told(event)}`;
    case 'message.dropped':
      return `${participant(event.from)}--x${participant(event.to)}: ${told(event)}`;
    case 'message.sent':
    case 'message.duplicated':
      // Told where it arrives, or where it is lost.
      return undefined;
    default:
      return event.node === undefined
        ? undefined
        : `Note over ${participant(event.node)}: ${told(event)}`;
  }
}

/** Names of servers may hold what Mermaid reads as its own signs. */
function participant(node: string): string {
  return node.replace(/[^\w.]/gu, '_') || '_';
}

function told(event: TraceEvent): string {
  return escapeText(renderEvent(event), longestWords).replace(/[;#<>]/g, ' ');
}
