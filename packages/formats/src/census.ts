/** Which servers the lines of one file are about, as far as they have been read. */
export interface Census {
  /** Servers that wrote lines of this file. */
  readonly speakers: ReadonlySet<string>;
  /** Servers that a line names as members of the speaker's cluster. */
  readonly members: ReadonlySet<string>;
  /** Other names of servers, such as an address, a name, an id to another base: name to server. */
  readonly names: ReadonlyMap<string, string>;
}

/** A {@link Census} that is being taken. */
export interface CensusTaker extends Census {
  speaks(node: string): void;
  belongs(node: string): void;
  /** `name` means `node`; what it meant before is forgotten. */
  isCalled(node: string, name: string): void;
}

/** More names than a cluster has are not a cluster's; what is beyond is not kept. */
const mostKept = 1000;

/** Begins with nobody known. */
export function createCensus(): CensusTaker {
  const speakers = new Set<string>();
  const members = new Set<string>();
  const names = new Map<string, string>();
  let latest: string | undefined;
  return {
    speakers,
    members,
    names,
    speaks(node) {
      if (node === latest || speakers.size >= mostKept) return;
      latest = node;
      speakers.add(node);
    },
    belongs(node) {
      if (members.size < mostKept) members.add(node);
    },
    isCalled(node, name) {
      if (name !== '' && name !== node && names.size < mostKept) names.set(name, node);
    },
  };
}
