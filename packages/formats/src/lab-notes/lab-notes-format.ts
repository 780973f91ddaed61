import type { Format } from '../format.ts';
import { readGoLogLine } from '../go-log-line.ts';
import { createLabReader } from '../mit-tester/lab-reader.ts';
import { testerCapabilities } from '../mit-tester/tester-capabilities.ts';
import { readServerLine } from './server-line.ts';

const withTerm = '(term: N) at the end of the line';

/**
 * The log of a student's Raft for MIT 6.824, as in `traces/lab-notes`: Go's logger, the server's
 * number, and what happened in words, with the tester's lines in between.
 */
export const labNotesFormat: Format = {
  id: 'lab-notes',
  title: "Lab notes: a server's words after Go's time stamp",
  capabilities: [
    { event: 'timer.expired', fields: ['timer', 'role'], level: 'default' },
    { event: 'role.changed', fields: ['from', 'to', 'cause', 'role'], level: 'default' },
    { event: 'role.changed', fields: ['term'], level: withTerm },
    { event: 'election.started', fields: ['role'], level: 'default' },
    { event: 'election.started', fields: ['term'], level: withTerm },
    ...testerCapabilities,
  ],
  detect: (sample) => (sample.some(isServerLine) ? 0.9 : 0),
  open: (file) => createLabReader(file, readServerLine),
};

function isServerLine(text: string): boolean {
  const line = readGoLogLine(text.trim());
  return line?.kind === 'line' && readServerLine(line.text)?.kind === 'events';
}
