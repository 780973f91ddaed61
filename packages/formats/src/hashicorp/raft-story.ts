import { type CensusTaker, createCensus } from '../census.ts';
import type { GoTestScope } from '../go-test-scope.ts';
import type { Told } from '../line-reader.ts';
import { type AddressBook, createAddressBook } from './address-book.ts';
import type { HclogEntry } from './hclog-entry.ts';
import { debugLevel } from './raft-capabilities.ts';
import { tellEntry } from './raft-words.ts';
import { createServerState, type ServerState } from './server-state.ts';
import { createTestClusters, type TestClusters } from './test-clusters.ts';

/** Follows what hashicorp/raft says in one file. */
export interface RaftStory {
  readonly census: CensusTaker;
  readonly levels: Set<string>;
  tell(entry: HclogEntry): Told;
  /** The run of this server, where the file is the output of tests. */
  run(node: string | undefined): string | undefined;
}

/**
 * Follows one server, or under `go test` each one that the library's tests name, which begins each
 * line with its own name in place of `raft`. `node` is the server that the file is of.
 */
export function createRaftStory(node: string | undefined, scope: GoTestScope): RaftStory {
  const census = createCensus();
  const levels = new Set<string>();
  const books = new Map<string, AddressBook>();
  const clusters: TestClusters = createTestClusters(scope);
  let servers = new Map<string, ServerState>();
  let run = scope.run;

  const stateOf = (module: string): ServerState => {
    if (scope.run !== run) {
      run = scope.run;
      servers = new Map();
    }
    let state = servers.get(module);
    if (state === undefined) {
      state = createServerState(isRaft(module) ? node : module);
      servers.set(module, state);
    }
    return state;
  };

  const bookOf = (group: string): AddressBook => {
    let book = books.get(group);
    if (book === undefined) {
      book = createAddressBook(census);
      books.set(group, book);
    }
    return book;
  };

  return {
    census,
    levels,
    tell(entry) {
      const { module, level, time } = entry;
      if (!isRaft(module) && scope.run === undefined)
        return { kind: 'ignored', why: 'not of Raft' };
      if (module === 'cluster') return { kind: 'ignored', why: 'the test itself' };
      if (level === 'debug' || level === 'trace') levels.add(debugLevel);
      const state = stateOf(module);
      if (scope.run !== undefined) clusters.learn(module, entry.value('servers') ?? '');
      const group = scope.run === undefined ? productOf(module) : undefined;
      const book = bookOf(group ?? '');
      const words = tellEntry({ state, book, census }, entry);
      if (words === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
      if (typeof words === 'string') return { kind: 'ignored', why: words };
      const events = group === undefined ? words : words.map((each) => ({ ...each, group }));
      return { kind: 'events', time, events };
    },
    run: (id) => (scope.run === undefined ? undefined : clusters.run(id)),
  };
}

/** `raft`, `agent.server.raft` of Consul, `nomad.raft`, `storage.raft` of Vault. */
export function isRaft(module: string): boolean {
  return module === 'raft' || module.endsWith('.raft');
}

/** What begins the names of modules, and the product that it is of. */
const products: readonly (readonly [string, string])[] = [
  ['agent', 'consul'],
  ['consul', 'consul'],
  ['nomad', 'nomad'],
  ['storage', 'vault'],
  ['core', 'vault'],
];

/**
 * The group of a module: one host, and one syslog, often has Consul, Nomad and Vault, each of which
 * is a cluster of its own. Undefined for the library's own name.
 */
function productOf(module: string): string | undefined {
  if (module === 'raft') return undefined;
  const prefix = module.slice(0, -'.raft'.length);
  return products.find(([begin]) => prefix.startsWith(begin))?.[1] ?? prefix;
}
