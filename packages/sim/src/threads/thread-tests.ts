import type { LabTest } from '../lab/lab-test.ts';
import { runCourse } from './course.ts';

const title =
  'Servers run by threads with locks: leaders are cut off and come back, commands are agreed upon.';

/** The tests whose servers are run by threads. */
export const threadTests: readonly LabTest[] = [
  { name: 'TestThreads3', servers: 3, title, run: runCourse },
  { name: 'TestThreads5', servers: 5, title, run: runCourse },
];
