/** What one package may lean on. */
export interface PackageLaw {
  readonly name: string;
  /** Further names that it is imported by, below its own; in `exports` of its package.json. */
  readonly entries?: readonly string[];
  /** The folders in `packages/` whose packages it may import. */
  readonly mayImport: readonly string[];
  /** Pure: no clock, no chance, no input or output, no dependency; the same on every machine. */
  readonly pure: boolean;
}

/**
 * The arrows of ARCHITECTURE.md, by folder in `packages/`. The judge (invariants, formats,
 * analyzer) never imports the subject (core, sim, bugs), so that it judges foreign logs by the same
 * rules.
 */
export const arrows: Readonly<Record<string, PackageLaw>> = {
  trace: {
    name: '@raftlens/trace',
    entries: ['@raftlens/trace/escape-text'],
    mayImport: [],
    pure: true,
  },
  core: { name: '@raftlens/core', mayImport: ['trace'], pure: true },
  sim: { name: '@raftlens/sim', mayImport: ['trace', 'core'], pure: true },
  bugs: {
    name: '@raftlens/bugs',
    entries: ['@raftlens/bugs/agreed-core'],
    mayImport: ['trace', 'core', 'sim'],
    pure: false,
  },
  invariants: { name: '@raftlens/invariants', mayImport: ['trace'], pure: true },
  formats: { name: '@raftlens/formats', mayImport: ['trace'], pure: true },
  telemetry: { name: '@raftlens/telemetry', mayImport: ['trace'], pure: false },
  cluster: {
    name: '@raftlens/cluster',
    mayImport: ['trace', 'core', 'telemetry'],
    pure: false,
  },
  analyzer: {
    name: '@raftlens/analyzer',
    entries: ['@raftlens/analyzer/page'],
    mayImport: ['trace', 'invariants', 'formats', 'telemetry', 'report'],
    pure: false,
  },
  report: { name: '@raftlens/report', mayImport: ['trace'], pure: false },
  runner: {
    name: '@raftlens/loop',
    mayImport: [
      'trace',
      'core',
      'sim',
      'bugs',
      'invariants',
      'formats',
      'telemetry',
      'cluster',
      'analyzer',
      'report',
    ],
    pure: false,
  },
};

/** The folder in `packages/` that a path lies in. */
export function packageFolder(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1];
}

/** Whether the path is a source of a pure package; its tests may read files and draw seeds. */
export function isPureSource(path: string): boolean {
  const folder = packageFolder(path);
  return (
    folder !== undefined && arrows[folder]?.pure === true && /^packages\/[^/]+\/src\//.test(path)
  );
}
