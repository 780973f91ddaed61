import type { Format } from '../format.ts';
import { createLabReader } from './lab-reader.ts';
import { testerCapabilities } from './tester-capabilities.ts';
import { readTesterLine } from './tester-line.ts';

/** The output of MIT's Go tester alone: the lines of the servers, if any, are in unknown words. */
export const mitTesterFormat: Format = {
  id: 'mit-tester',
  title: "MIT 6.824 and 6.5840: the Go tester's output",
  capabilities: testerCapabilities,
  yields: true,
  detect: (sample) => Math.max(0, ...sample.map(likeness)),
  open: (file) => createLabReader(file, () => undefined),
};

/** How much a line looks like the tester's; what any `go test` prints is a weak sign. */
function likeness(text: string): number {
  const line = readTesterLine(text.trim());
  switch (line?.kind) {
    case 'started':
    case 'passed':
    case 'disconnecting':
      return 0.6;
    case 'observed':
      return line.observation.fact === 'other' ? 0 : 0.6;
    case 'failed':
    case 'go-passed':
      return 0.3;
    default:
      return 0;
  }
}
