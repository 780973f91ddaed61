import type { BareEvent } from '../bare-event.ts';
import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { linePattern } from '../line-pattern.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { testerCapabilities } from '../mit-tester/tester-capabilities.ts';
import { readTesterLine } from '../mit-tester/tester-line.ts';
import { tell as tellTester, untold } from '../mit-tester/tester-story.ts';
import { ownTerm, readClaim } from '../student-log/claims.ts';
import { readSpeaker } from '../student-log/speaker.ts';
import { createTestRuns } from '../student-log/test-runs.ts';
import { tellTopicWords } from './topic-words.ts';

/** `008258 VOTE S1 Granting ...`; some put the server before the topic. */
const head = linePattern(
  { time: String.raw`\d{4,9}`, server: String.raw`S\d{1,3}`, topic: '[A-Z][A-Z0-9_]{3}' },
  String.raw` {0,8}<time> {1,4}(?:<server> {1,4})?<topic> {1,200}(?:<server>\b)?`,
);
const level = 'default';
const withTerm = 'the term beside the vote or the leader (at T3)';

const capabilities: readonly Capability[] = [
  { event: 'timer.expired', fields: ['timer'], level },
  { event: 'role.changed', fields: ['role', 'cause'], level },
  { event: 'role.changed', fields: ['term'], level: withTerm },
  { event: 'vote.granted', fields: ['term'], level, except: "a candidate's vote for itself" },
  { event: 'vote.denied', fields: [], level },
  { event: 'vote.received', fields: [], level, except: 'all but votes that were given' },
  { event: 'commit.advanced', fields: ['from'], level: 'commitIndex 3 -> 4 in a line' },
  ...testerCapabilities,
];

/** The topics that students of MIT's labs print by, since a well-known post on such logs. */
export const topicLogFormat: Format = {
  id: 'topic-log',
  title: "A student's DPrintf by topics: 008258 VOTE S1 ... (MIT 6.824, 6.5840)",
  capabilities,
  detect(sample) {
    const known = sample.filter((line) => serverOf(head.exec(line)) !== undefined);
    return known.length === 0 ? 0 : 0.92;
  },
  open(file) {
    const census = createCensus();
    const levels = new Set<string>();
    const runs = createTestRuns();
    let story = untold;
    const tellServer = (text: string): Told => {
      const match = head.exec(text);
      if (match === null) return { kind: 'ignored', why: 'other line' };
      const rest = text.slice(match[0].length);
      const named = serverOf(match);
      // Some write the server out: `TERM Server 0 becomes leader with term 1`.
      const spoken = named === undefined ? readSpeaker(rest) : undefined;
      const node = named ?? (spoken?.bare === false ? nameOf(spoken.id) : undefined);
      if (node === undefined) return { kind: 'ignored', why: 'of no server' };
      census.speaks(node);
      const words = spoken?.words ?? rest;
      // Tenths of milliseconds since the program began.
      const time = Number(match[1]) / 10;
      const claim = tellTopicWords(node, words) ?? claimIn(node, words);
      const shown = { id: node, term: ownTerm(words, undefined), sinceStart: time };
      const events = runs.see({ ...shown, events: claim ?? [] }).filter(isGiven);
      if (claim === undefined) return { kind: 'ignored', why: 'words that prove nothing' };
      if (events.some(saysTerm)) levels.add(withTerm);
      return { kind: 'events', time, events };
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

/** What a line claims in the words that students use without topics too. */
function claimIn(node: string, text: string): readonly BareEvent[] | undefined {
  const words = text.replace(/^[\s:,;.-]{1,10}(?!>)/, '');
  return readClaim({ id: node, term: undefined, words, bare: false }, nameOf);
}

function isGiven({ event }: BareEvent): boolean {
  return capabilities.some((each) => each.event === event);
}

function nameOf(id: string): string {
  return /^\d/.test(id) ? `S${id}` : id;
}

function saysTerm({ term }: BareEvent): boolean {
  return term !== undefined;
}

function serverOf(match: RegExpExecArray | null): string | undefined {
  return match?.[2] ?? match?.[4];
}
