import { type CensusTaker, createCensus } from '../census.ts';
import type { GoTestScope } from '../go-test-scope.ts';
import { type Told, unnamed } from '../line-reader.ts';
import { type AddressBook, createAddressBook } from './address-book.ts';
import { createFileServers, type FileServers } from './file-servers.ts';
import type { HclogEntry } from './hclog-entry.ts';
import { debugLevel } from './raft-capabilities.ts';
import { tellEntry } from './raft-words.ts';
import { createTestClusters, type TestClusters } from './test-clusters.ts';

/** Follows what hashicorp/raft says in one file. */
export interface RaftStory {
  readonly census: CensusTaker;
  readonly levels: Set<string>;
  tell(entry: HclogEntry): Told;
  /** The server whose log it is, once a line has said it; '' while none was asked whose it is. */
  self(): string | undefined;
  /** The run of this server, where the file is the output of tests. */
  run(node: string | undefined): string | undefined;
}

/**
 * Follows one server, or under `go test` each one that the library's tests name, which begins each
 * line with its own name in place of `raft`. `node` is the server that the file is of, where no
 * line says it.
 */
export function createRaftStory(node: string | undefined, scope: GoTestScope): RaftStory {
  const census = createCensus();
  const levels = new Set<string>();
  const books = new Map<string, AddressBook>();
  const clusters: TestClusters = createTestClusters(scope);
  let servers = new Map<string, FileServers>();
  let run = scope.run;
  /** The first server that named itself, and whether lines stand before that. */
  let name: string | undefined;
  let isAsked = false;

  const serversOf = (module: string): FileServers => {
    if (scope.run !== run) {
      run = scope.run;
      servers = new Map();
    }
    let found = servers.get(module);
    if (found === undefined) {
      found = createFileServers(isRaft(module) ? node : module);
      servers.set(module, found);
    }
    return found;
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
        return { kind: 'ignored', why: 'not of Raft', always: true };
      if (module === 'cluster') return { kind: 'ignored', why: 'the test itself' };
      if (level === 'debug' || level === 'trace') levels.add(debugLevel);
      const state = serversOf(module).of(entry);
      if (scope.run !== undefined) clusters.learn(module, entry.value('servers') ?? '');
      const group = scope.run === undefined ? productOf(module) : undefined;
      const book = bookOf(group ?? '');
      if (state === undefined) {
        book.learn(entry.value('servers') ?? '');
        return { kind: 'ignored', why: 'of several servers, and not said of which' };
      }
      const words = tellEntry({ state, book, census }, entry);
      if (name === undefined && state.name !== undefined) name = book.idOf(state.name);
      if (name === undefined && typeof words === 'object') {
        isAsked ||= words.some((event) => event.node === unnamed);
      }
      if (words === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
      if (typeof words === 'string') {
        // A line that says whose it is may tell nothing else, and is needed all the same.
        const always = !entry.message.startsWith('Node ') && scope.run === undefined;
        return { kind: 'ignored', why: words, ...(always && { always }) };
      }
      const events = group === undefined ? words : words.map((each) => ({ ...each, group }));
      return { kind: 'events', time, events };
    },
    self: () => name ?? (isAsked ? undefined : unnamed),
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
