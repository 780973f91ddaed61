import { renderEvent, type TraceEvent } from '@raftlens/trace';
import type { TraceExport } from './trace-export.ts';

/** One event of Chrome's trace format, which Perfetto reads; times are in µs. */
interface Slice {
  readonly name: string;
  readonly ph: 'M' | 'B' | 'E' | 'i' | 's' | 'f' | 'C';
  readonly ts?: number;
  readonly pid: number;
  readonly tid?: number;
  readonly [more: string]: unknown;
}

/** Perfetto: a process a server, its roles as slices, its terms as counters, messages as flows. */
export const perfettoExport: TraceExport = {
  name: 'perfetto',
  title: "Perfetto and chrome://tracing: Chrome's JSON trace",
  open() {
    const servers = new Map<string, Lane>();
    let first = true;
    let last = 0;

    const written = (slices: readonly Slice[]): string =>
      slices
        .map((slice) => {
          const separator = first ? '' : ',\n';
          first = false;
          return separator + JSON.stringify(slice);
        })
        .join('');

    const laneOf = (name: string, slices: Slice[]): Lane => {
      const known = servers.get(name);
      if (known !== undefined) return known;
      const lane: Lane = { pid: servers.size + 1, role: undefined, term: undefined };
      servers.set(name, lane);
      slices.push({ name: 'process_name', ph: 'M', pid: lane.pid, args: { name } });
      return lane;
    };

    return {
      push(events) {
        const slices: Slice[] = [];
        for (const event of events) {
          last = Math.max(last, event.time);
          slicesOf(event, laneOf(event.node ?? 'harness', slices), slices);
        }
        const head = first ? '{"traceEvents":[\n' : '';
        return head + written(slices);
      },
      end() {
        const slices = [...servers.values()].flatMap((lane) => closed(lane, last));
        const head = first ? '{"traceEvents":[\n' : '';
        return `${head}${written(slices)}\n]}\n`;
      },
    };
  },
};

/** What is open in the row of one server. */
interface Lane {
  readonly pid: number;
  role: string | undefined;
  term: number | undefined;
}

function slicesOf(event: TraceEvent, lane: Lane, slices: Slice[]): void {
  const at = { ts: micros(event.time), pid: lane.pid, tid: 1 };
  const down = event.event === 'node.crashed' || event.event === 'node.stopped';
  const role = down ? undefined : (roleAfter(event) ?? lane.role);
  if (role !== lane.role) {
    slices.push(...closed(lane, event.time));
    if (role !== undefined) slices.push({ name: role, cat: 'role', ph: 'B', ...at });
    lane.role = role;
  }
  if (event.term !== undefined && event.term !== lane.term) {
    lane.term = event.term;
    slices.push({ name: 'term', ph: 'C', ...at, args: { term: event.term } });
  }
  const args = { event: renderEvent(event), line: event.at?.line };
  slices.push({ name: event.event, ph: 'i', s: 't', ...at, args });
  const flow = flowOf(event);
  if (flow !== undefined) slices.push({ ...flow, ...at });
}

function roleAfter(event: TraceEvent): string | undefined {
  return event.event === 'role.changed' ? event.to : event.role;
}

interface Flow {
  readonly name: string;
  readonly cat: string;
  readonly id: string;
  readonly ph: 's' | 'f';
  readonly bp?: string;
}

/** An arrow from where a message left to where it came in. */
function flowOf(event: TraceEvent): Flow | undefined {
  if (event.event !== 'message.sent' && event.event !== 'message.received') return undefined;
  if (event.id === undefined) return undefined;
  const flow = { name: event.kind, cat: 'message', id: event.id };
  return event.event === 'message.sent' ? { ...flow, ph: 's' } : { ...flow, ph: 'f', bp: 'e' };
}

function closed({ pid, role }: Lane, time: number): readonly Slice[] {
  return role === undefined ? [] : [{ name: role, ph: 'E', ts: micros(time), pid, tid: 1 }];
}

function micros(time: number): number {
  return Math.round(time * 1000);
}
