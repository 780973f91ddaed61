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
    const participants = createParticipants();
    return {
      push(events) {
        let text = steps === 0 ? 'sequenceDiagram\n' : '';
        for (const event of events) {
          const step = stepOf(event, participants.of);
          if (step === undefined) continue;
          steps += 1;
          if (steps <= mostSteps) text += `${participants.declared()}  ${step}\n`;
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

function stepOf(event: TraceEvent, participant: (node: string) => string): string | undefined {
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

/** Servers by numbers of their own: a name may be a word or a sign of Mermaid's. */
function createParticipants() {
  const ids = new Map<string, string>();
  let undeclared = '';
  return {
    of(node: string): string {
      const known = ids.get(node);
      if (known !== undefined) return known;
      const id = `s${ids.size + 1}`;
      ids.set(node, id);
      undeclared += `  participant ${id} as ${harmless(node)}\n`;
      return id;
    },
    /** The lines that name the servers which came up since it was asked last. */
    declared(): string {
      const lines = undeclared;
      undeclared = '';
      return lines;
    },
  };
}

function told(event: TraceEvent): string {
  return harmless(renderEvent(event));
}

function harmless(text: string): string {
  return (
    escapeText(text, longestWords)
      .replace(/[;#<>]/g, ' ')
      .trim() || '_'
  );
}
