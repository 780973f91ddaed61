import type { CensusTaker } from '../census.ts';

/** Servers by their ids, whether a line names them by id or by address. */
export interface AddressBook {
  /** The id of a server that is called so; the name itself where nothing else is known. */
  idOf(name: string): string;
  /** Takes in the servers of a configuration, and gives their ids. */
  learn(servers: string): Configuration;
  /** A line says both of one server; nothing is learned where it leaves one out. */
  meet(id: string | undefined, address: string | undefined): void;
}

/** The servers of a configuration, by their ids. */
export interface Configuration {
  readonly voters: readonly string[];
  readonly learners: readonly string[];
}

const server = /\{Suffrage:(\w{1,20}) ID:([^\s{}]{1,200}) Address:([^\s{}]{0,200})\}/g;
const mostServers = 200;

/** Begins empty; what it learns goes into `census` too. */
export function createAddressBook(census: CensusTaker): AddressBook {
  const ids = new Map<string, string>();
  /** Each start of a server tells the same again. */
  let last: { readonly servers: string; readonly configuration: Configuration } | undefined;
  const meet = (id: string = '', address: string = ''): void => {
    if (id === '' || address === '' || address === id || ids.get(address) === id) return;
    ids.set(address, id);
    census.isCalled(id, address);
  };

  return {
    meet,
    idOf: (name) => ids.get(name) ?? name,
    learn(servers) {
      if (last?.servers === servers) return last.configuration;
      const voters: string[] = [];
      const learners: string[] = [];
      for (const [, suffrage, id = '', address = ''] of servers.matchAll(server)) {
        if (voters.length + learners.length === mostServers) break;
        (suffrage === 'Voter' ? voters : learners).push(id);
        census.belongs(id);
        meet(id, address);
      }
      const configuration = { voters, learners };
      last = { servers, configuration };
      return configuration;
    },
  };
}
