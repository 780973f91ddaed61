import type { BareEvent } from '../bare-event.ts';
import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { readGoLogLine } from '../go-log-line.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { testerCapabilities } from '../mit-tester/tester-capabilities.ts';
import { readTesterLine } from '../mit-tester/tester-line.ts';
import { tell as tellTester, untold } from '../mit-tester/tester-story.ts';
import { ownTerm, readClaim, standingTerm } from './claims.ts';
import { readSpeaker } from './speaker.ts';
import { createTestRuns } from './test-runs.ts';

const level = 'default';
const withTerm = 'the term beside the vote or the leader (in term 3)';

const capabilities: readonly Capability[] = [
  { event: 'timer.expired', fields: ['timer'], level },
  { event: 'role.changed', fields: ['role', 'cause'], level },
  { event: 'role.changed', fields: ['term'], level: withTerm },
  { event: 'election.started', fields: [], level },
  { event: 'vote.granted', fields: [], level, except: "a candidate's vote for itself" },
  {
    event: 'vote.granted',
    fields: ['term'],
    level: withTerm,
    except: "a candidate's vote for itself",
  },
  { event: 'vote.denied', fields: [], level },
  { event: 'vote.received', fields: [], level, except: 'all but votes that were given' },
  { event: 'commit.advanced', fields: ['from'], level: 'commitIndex from 3 to 4 in a line' },
  ...testerCapabilities,
];

/** `008258 `, also with a term behind it: tenths of milliseconds since the program began. */
const sinceStart = /^ {0,8}(\d{4,9}) (?=[[({A-Za-z])/;

/** What Go prints without the date: milliseconds since midnight. */
const timeOfDay = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))? /;

/**
 * What students print of their Raft, in words of their own: `Server 2 becomes leader in term 4`,
 * `[1] voted for 2 in term 3`, `[S0 T2 Leader] ...`, `{Node 1} ...`.
 */
export const studentLogFormat: Format = {
  id: 'student-log',
  title: "A student's prints: a server's name, and what it does in usual words",
  capabilities,
  detect(sample) {
    let claims = 0;
    for (const line of sample) {
      const found = readLine(line)?.events ?? [];
      if (found.some(({ event }) => event === 'role.changed' || event === 'vote.granted'))
        claims += 1;
    }
    // More than the tester alone, and less than anybody who is known by more than words.
    return claims === 0 ? 0 : 0.61 + Math.min(claims, 9) / 100;
  },
  open(file) {
    const census = createCensus();
    const levels = new Set<string>();
    const runs = createTestRuns();
    let story = untold;
    const tellServer = (text: string): Told => {
      const line = readLine(text);
      if (line === undefined) return { kind: 'ignored', why: 'of no server' };
      census.speaks(line.id);
      const events = runs.see({ ...line, events: line.events ?? [] });
      if (line.events === undefined) return { kind: 'ignored', why: 'words that prove nothing' };
      if (events.some(saysTerm)) levels.add(withTerm);
      return { kind: 'events', time: line.time, events };
    };
    return createLineReader(file, {
      tell(text) {
        const tester = readTesterLine(text.trim());
        if (tester === undefined) return tellServer(text);
        if (tester.kind === 'ignored' || tester.kind === 'broken') return tester;
        runs.take(tester);
        const told = tellTester(story, tester);
        story = told.story;
        return { kind: 'events', time: undefined, events: told.events };
      },
      run: () => runs.run,
      census,
      levels,
    });
  },
};

interface StudentLine {
  readonly id: string;
  readonly time: number | undefined;
  readonly sinceStart: number | undefined;
  readonly beside: number | undefined;
  readonly term: number | undefined;
  readonly standing: number | undefined;
  readonly events: readonly BareEvent[] | undefined;
}

/** Longer lines are prints of whole logs, which claim nothing at their beginning. */
const longestClaim = 400;

function readLine(text: string): StudentLine | undefined {
  const logged = readGoLogLine(text);
  if (logged?.kind === 'broken') return undefined;
  const told = logged ?? readShortStamp(text);
  const spoken = readSpeaker(told.text.slice(0, longestClaim).trimEnd());
  if (spoken === undefined) return undefined;
  const { id, words, term: beside } = spoken;
  return {
    id,
    time: told.time,
    sinceStart: sinceStart.test(text) ? told.time : undefined,
    beside,
    term: ownTerm(words, beside),
    standing: standingTerm(words),
    events: readClaim(spoken, (name) => name),
  };
}

/** A time that says only how long it is since some beginning, if there is one. */
function readShortStamp(text: string): { readonly time?: number; readonly text: string } {
  const [counted, tenths] = sinceStart.exec(text) ?? [];
  if (counted !== undefined) return { time: Number(tenths) / 10, text: text.slice(counted.length) };
  const [clock, hour, minute, second, micros] = timeOfDay.exec(text) ?? [];
  if (clock === undefined) return { text };
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const fraction = Number((micros ?? '').padEnd(6, '0')) / 1000;
  return { time: seconds * 1000 + fraction, text: text.slice(clock.length) };
}

function saysTerm({ term }: BareEvent): boolean {
  return term !== undefined;
}
