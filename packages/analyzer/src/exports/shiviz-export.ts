import { escapeText, renderEvent } from '@raftlens/trace';
import type { TraceExport } from './trace-export.ts';
import { createVectorClocks } from './vector-clocks.ts';

/**
 * ShiViz: two lines an event, its server with a vector clock, then what happened. Read with the
 * expression `(?<host>\S*) (?<clock>{.*})\n(?<event>.*)`, which is ShiViz's own default.
 */
export const shivizExport: TraceExport = {
  name: 'shiviz',
  title: 'ShiViz: events with vector clocks, for space-time diagrams',
  open() {
    const clocks = createVectorClocks();
    return {
      push(events) {
        let text = '';
        for (const event of events) {
          const clock = clocks.stamp(event);
          if (clock === undefined || event.node === undefined) continue;
          const counts = Object.fromEntries([...clock].map(([node, n]) => [host(node), n]));
          const words = escapeText(renderEvent(event));
          text += `${host(event.node)} ${JSON.stringify(counts)}\n${words}\n`;
        }
        return text;
      },
      end: () => '',
    };
  },
};

function host(node: string): string {
  return escapeText(node).replace(/\s/gu, '_') || '_';
}
